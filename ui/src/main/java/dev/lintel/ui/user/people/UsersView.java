package dev.lintel.ui.user.people;

import com.vaadin.flow.component.Component;
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
import dev.lintel.domain.user.exchange.UserImport;
import dev.lintel.domain.user.people.UserRow;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import dev.lintel.ui.user.exchange.ImportUsersView;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** The users within reach. */
@Route(value = UsersView.PATH, layout = MainLayout.class)
@PermitAll
public class UsersView extends Div implements HasDynamicTitle {
    public static final String PATH = "users";

    private static final long serialVersionUID = 1L;

    private final transient Actor actor;
    private final RecordList<UserRow> list;

    UsersView(RecordLists lists, UserColumns columns, PersonActions actions, CurrentActor current) {
        this.actor = current.get();
        actor.requireReach(Permission.USER_VIEW);
        this.list = lists.of(columns.list(PATH))
                .nothingYet(new EmptyState(getTranslation("people.noneTitle"), getTranslation("people.noneText")));
        addClassName("list-view");
        if (may(Permission.USER_EDIT)) {
            list.bulkAction(getTranslation("people.invite"), rows -> each(rows, actions::invite));
            list.bulkAction(getTranslation("people.suspend"), rows -> each(rows, actions::suspend));
            list.bulkAction(getTranslation("people.reinstate"), rows -> each(rows, actions::reinstate));
        }
        if (may(Permission.USER_DELETE)) {
            list.bulkAction(getTranslation("people.delete"), rows -> each(rows, actions::delete));
        }
        add(may(Permission.USER_CREATE) ? headerWithMore() : new ViewHeader(getTranslation("people.title")), list);
    }

    private ViewHeader headerWithMore() {
        Button add = new Button(getTranslation("people.add"), VaadinIcon.PLUS.create(), click -> add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        list.whenNew(this::add);
        if (!UserImport.isPermitted(actor)) {
            return new ViewHeader(getTranslation("people.title"), add);
        }
        Button more = new Button(
                getTranslation("people.import"), VaadinIcon.UPLOAD_ALT.create(), click -> go(ImportUsersView.class));
        return new ViewHeader(getTranslation("people.title"), more, add);
    }

    private void add() {
        go(NewUserView.class);
    }

    /** To a page of the project that this list shows. */
    private void go(Class<? extends Component> page) {
        getUI().ifPresent(ui -> ui.navigate(
                page, ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER)));
    }

    private boolean may(Permission permission) {
        return !(actor.reach(permission) instanceof Reach.Nothing);
    }

    private interface Action {
        void run(long project, List<String> ids, Runnable done);
    }

    /** Users of one project at a time, since nothing is done across projects. */
    private void each(List<UserRow> rows, Action action) {
        rows.stream()
                .collect(Collectors.groupingBy(UserRow::project, Collectors.mapping(UserRow::id, Collectors.toList())))
                .forEach((project, ids) -> action.run(project, ids, list::reload));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.title") + " · Lintel";
    }
}
