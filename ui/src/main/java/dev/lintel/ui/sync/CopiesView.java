package dev.lintel.ui.sync;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.sync.CopyList;
import dev.lintel.domain.sync.CopyRow;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.identifier.IdentifierView;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordLists;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Which identifiers are at which devices, or on their way to them. */
@Route(value = CopiesView.PATH, layout = MainLayout.class)
@PermitAll
public class CopiesView extends Div implements HasDynamicTitle {
    public static final String PATH = "copies";

    private static final long serialVersionUID = 1L;

    private final transient Moments moments;

    CopiesView(CopyList copies, DeviceList devices, RecordLists lists, Messages messages, CurrentActor current) {
        Actor actor = current.get();
        actor.requireReach(Permission.IDENTIFIER_VIEW_OWN);
        actor.requireReach(Permission.DEVICE_VIEW);
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        addClassName("list-view");
        add(
                new ViewHeader(getTranslation("copy.title"), CopyPages.toSchedules(this, actor)),
                new Paragraph(getTranslation("copy.about")),
                lists.of(ListDescription.of(PATH, "copy", copies, CopiesView::key, columns())
                                .searching("owner")
                                .leadingTo(row -> IdentifierView.path(row.project(), row.identifier()))
                                .choosing(
                                        "device",
                                        ReferenceChoices.of(
                                                devices,
                                                actor,
                                                "words",
                                                "id",
                                                status -> new Choice(
                                                        status.device().id(), status.displayName()))))
                        .nothingYet(new EmptyState(getTranslation("copy.noneTitle"), getTranslation("copies.none"))));
    }

    /** Whether there is anything here for somebody. */
    public static boolean isFor(Actor actor) {
        return actor.may(Permission.DEVICE_VIEW) && actor.may(Permission.IDENTIFIER_VIEW_OWN);
    }

    private static Object key(CopyRow row) {
        return row.project() + "/" + row.copy().device() + "/" + row.identifier();
    }

    private List<ListColumn<CopyRow>> columns() {
        return List.of(
                ListColumn.of("owner", CopyRow::owner).grow(3),
                ListColumn.of("type", CopyRow::type),
                ListColumn.<CopyRow>of("name", row -> row.copy().deviceName()).grow(3),
                CopyPages.state(moments, CopyRow::copy),
                ListColumn.<CopyRow>of("changed", row -> row.copy().changed()),
                ListColumn.<CopyRow>of("acknowledged", row -> row.copy().acknowledged()),
                ListColumn.<CopyRow>of("problem", row -> row.copy().problem()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("copy.title") + " · Lintel";
    }
}
