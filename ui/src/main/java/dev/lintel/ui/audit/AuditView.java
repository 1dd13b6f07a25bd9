package dev.lintel.ui.audit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.lintel.domain.audit.AuditEntry;
import dev.lintel.domain.audit.AuditLog;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.EntriesView;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Who changed what, newest first. The filter is the address; an entry opens beside the list. */
@Route(value = AuditView.PATH, layout = MainLayout.class)
@ParentLayout(MainLayout.class)
@PermitAll
public class AuditView extends EntriesView<AuditEntry> {
    static final String PATH = "audit";

    private static final long serialVersionUID = 1L;

    private final RecordList<AuditEntry> list;

    AuditView(AuditLog audit, RecordLists lists, Messages messages, CurrentActor current) {
        super(PATH);
        current.get().require(Permission.AUDIT_VIEW);
        AuditWords words = AuditWords.in(BrowserZone.moments(UI.getCurrentOrThrow(), messages));
        this.list = lists.of(ListDescription.of(PATH, "audit", audit, AuditEntry::id, columns(words))
                        .searching("record")
                        .leadingTo(entry -> address(entry.id())))
                .nothingYet(new EmptyState(getTranslation("audit.emptyTitle"), getTranslation("audit.emptyText")))
                .whenChosen(entry -> open(entry.id()));
        RouterLink verify = new RouterLink(getTranslation("verification.title"), VerificationView.class);
        verify.addClassName("button-link");
        show(new ViewHeader(getTranslation("audit.title"), verify));
    }

    private static List<ListColumn<AuditEntry>> columns(AuditWords words) {
        return List.of(
                ListColumn.of("record", words::record),
                ListColumn.of("kind", words::kind).width("10rem"),
                ListColumn.<AuditEntry>of("deed", AuditEntry::deed).width("13rem"),
                ListColumn.of("actor", AuditEntry::actor),
                ListColumn.<AuditEntry>of("created", AuditEntry::at).width("12rem"),
                ListColumn.<AuditEntry>of("origin", AuditEntry::origin)
                        .width("9rem")
                        .hidden());
    }

    @Override
    protected RecordList<AuditEntry> list() {
        return list;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title") + " · Lintel";
    }
}
