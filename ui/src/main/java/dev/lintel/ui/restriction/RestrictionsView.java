package dev.lintel.ui.restriction;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.restriction.RestrictionList;
import dev.lintel.domain.restriction.RestrictionRow;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The access restrictions within reach. */
@Route(value = RestrictionsView.PATH, layout = MainLayout.class)
@PermitAll
public class RestrictionsView extends Div implements HasDynamicTitle {
    public static final String PATH = "restrictions";

    private static final long serialVersionUID = 1L;

    RestrictionsView(RecordLists lists, RestrictionList restrictions, CurrentActor current) {
        Actor actor = current.get();
        actor.requireReach(Permission.ACCESS_RESTRICTION_VIEW);
        boolean mayCreate = !(actor.reach(Permission.ACCESS_RESTRICTION_CREATE) instanceof Reach.Nothing);
        RecordList<RestrictionRow> list = lists.of(description(restrictions))
                .nothingYet(new EmptyState(
                        getTranslation("restriction.noneTitle"), getTranslation("restriction.noneText")));
        addClassName("list-view");
        if (mayCreate) {
            Button add = new Button(getTranslation("restriction.add"), VaadinIcon.PLUS.create(), click -> add());
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            list.whenNew(this::add);
            add(new ViewHeader(getTranslation("restriction.title"), add), list);
        } else {
            add(new ViewHeader(getTranslation("restriction.title")), list);
        }
    }

    private ListDescription<RestrictionRow> description(RestrictionList restrictions) {
        List<ListColumn<RestrictionRow>> columns = List.of(
                ListColumn.of("name", RestrictionRow::name).grow(3),
                ListColumn.<RestrictionRow>of("doors", row -> (long) row.doors())
                        .grow(1)
                        .ofNumbers(),
                ListColumn.<RestrictionRow>of(
                                "schedules",
                                row -> row.schedules().isEmpty()
                                        ? List.of(getTranslation("restriction.always"))
                                        : row.schedules())
                        .grow(3),
                ListColumn.<RestrictionRow>of("groups", row -> (long) row.groups())
                        .grow(1)
                        .ofNumbers(),
                ListColumn.<RestrictionRow>of("people", row -> (long) row.people())
                        .grow(1)
                        .ofNumbers(),
                ListColumn.<RestrictionRow>of("identifiers", row -> (long) row.identifiers())
                        .grow(1)
                        .ofNumbers(),
                ListColumn.<RestrictionRow>of("guests", row -> row.guestUsable())
                        .grow(1),
                ListColumn.of("description", RestrictionRow::description).hidden());
        return ListDescription.of(PATH, "restriction", restrictions, row -> row.project() + "/" + row.id(), columns)
                .searching("name")
                .leadingTo(row -> RestrictionView.path(row.project(), row.id()));
    }

    private void add() {
        getUI().ifPresent(ui -> ui.navigate(
                NewRestrictionView.class,
                ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("restriction.title") + " · Lintel";
    }
}
