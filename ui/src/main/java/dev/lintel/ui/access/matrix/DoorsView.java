package dev.lintel.ui.access.matrix;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.Users;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import dev.lintel.ui.user.people.UserView;
import jakarta.annotation.security.PermitAll;
import org.springframework.beans.factory.ObjectProvider;

/** Which doors somebody opens, now or at another time. */
@Route(value = DoorsView.PATH + "/:project(\\d{1,18})/:user*", layout = MainLayout.class)
@PermitAll
public class DoorsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    static final String PATH = "doors-of";

    private static final long serialVersionUID = 1L;

    private final transient Users users;
    private final transient RecordLists lists;
    private final transient ObjectProvider<MatrixColumns> columns;
    private final transient Actor actor;
    private String asked = "";

    DoorsView(Users users, RecordLists lists, ObjectProvider<MatrixColumns> columns, CurrentActor current) {
        this.users = users;
        this.lists = lists;
        this.columns = columns;
        this.actor = current.get();
        actor.requireReach(Permission.IDENTIFIER_VIEW_OWN);
        actor.requireReach(Permission.DEVICE_VIEW);
        addClassNames("list-view", "openers-view");
    }

    /** Where it is said which doors somebody opens. */
    public static String path(long project, String user) {
        return PATH + "/" + project + "/" + user;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long project = event.getRouteParameters().getLong("project").orElseThrow(NotFoundException::new);
        String user = event.getRouteParameters().get("user").orElseThrow(NotFoundException::new);
        QueryParameters query = event.getLocation().getQueryParameters();
        // a filter of the list stays on this page
        String now = path(project, user) + MomentBar.bounds(query);
        if (!now.equals(asked)) {
            Person person = users.get(actor, project, user).orElseThrow(NotFoundException::new);
            asked = now;
            show(person, query);
        }
    }

    private void show(Person person, QueryParameters query) {
        String path = path(person.project(), person.id());
        removeAll();
        RecordList<MatrixCell> list = lists.of(columns.getObject().doors(path))
                .within("project", Long.toString(person.project()))
                .within("user", person.id())
                .nothingYet(new EmptyState(getTranslation("doors.noneTitle"), getTranslation("doors.noneText")));
        MomentBar.bounds(query).forEach(bound -> list.within(bound.getFirst(), bound.getLast()));
        Anchor back = new Anchor(UserView.path(person.project(), person.id()), getTranslation("doors.user"));
        add(new ViewHeader(getTranslation("doors.of", person.user().name()), back), new MomentBar(path, query), list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("doors.title") + " · Lintel";
    }
}
