package dev.lintel.ui.guest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.guestpass.GuestPassRow;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** The guest passes within reach. */
@Route(value = GuestPaths.LIST, layout = MainLayout.class)
@PermitAll
public class GuestsView extends Div implements HasDynamicTitle {
    public static final String PATH = GuestPaths.LIST;

    private static final long serialVersionUID = 1L;

    private final RecordList<GuestPassRow> list;

    GuestsView(RecordLists lists, GuestColumns columns, GuestActions actions, CurrentActor current) {
        Actor actor = current.get();
        if (!isFor(actor)) {
            throw new PermissionDeniedException(Permission.GUEST_PASS_CREATE);
        }
        this.list = lists.of(columns.list(GuestPaths.LIST))
                .nothingYet(
                        mayMake(actor)
                                ? new EmptyState(
                                        getTranslation("guest.noneTitle"),
                                        getTranslation("guest.noneText"),
                                        make(actor))
                                : new EmptyState(getTranslation("guest.noneTitle"), getTranslation("guest.noneText")));
        addClassName("list-view");
        if (mayMake(actor)) {
            list.whenNew(this::make);
            add(new ViewHeader(getTranslation("guest.title"), make(actor)));
        } else {
            add(new ViewHeader(getTranslation("guest.title")));
        }
        if (reaches(actor, Permission.IDENTIFIER_EDIT)) {
            list.bulkAction(getTranslation("guest.revoke"), rows -> each(rows, actions::revoke));
        }
        if (reaches(actor, Permission.IDENTIFIER_DELETE)) {
            list.bulkAction(getTranslation("guest.delete"), rows -> each(rows, actions::delete));
        }
        add(list);
    }

    /** Whether there is anything here for somebody. */
    public static boolean isFor(Actor actor) {
        return mayMake(actor) || reaches(actor, Permission.IDENTIFIER_VIEW_OWN);
    }

    /** Whether somebody can make passes, for themselves or for others. */
    public static boolean mayMake(Actor actor) {
        return actor.membership() != null && actor.may(Permission.GUEST_PASS_CREATE)
                || reaches(actor, Permission.IDENTIFIER_CREATE);
    }

    private static boolean reaches(Actor actor, Permission permission) {
        return !(actor.reach(permission) instanceof Reach.Nothing);
    }

    private Button make(Actor actor) {
        String key = actor.membership() == null ? "guest.grant" : "guest.invite";
        Button make = new Button(getTranslation(key), VaadinIcon.PLUS.create(), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return make;
    }

    private void make() {
        getUI().ifPresent(ui -> ui.navigate(
                NewGuestView.class,
                ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER)));
    }

    private interface Action {
        void run(long project, List<String> ids, Runnable done);
    }

    /** Passes of one project at a time, since nothing is done across projects. */
    private void each(List<GuestPassRow> rows, Action action) {
        rows.stream()
                .collect(Collectors.groupingBy(
                        GuestPassRow::project, Collectors.mapping(GuestPassRow::id, Collectors.toList())))
                .forEach((project, ids) -> action.run(project, ids, list::reload));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("guest.title") + " · Lintel";
    }
}
