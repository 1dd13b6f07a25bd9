package dev.lintel.ui.user.people;

import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.Users;
import dev.lintel.ui.component.UnsavedChanges;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One user with everything that belongs to them. */
@Route(value = "users/:project(\\d{1,18})/:user*", layout = MainLayout.class)
@PermitAll
public class UserView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Users users;
    private final transient PersonActions actions;
    private final transient Actor actor;
    private final PersonForm form;
    private final PhotoSection photo;
    private final SideSections side;
    private transient @Nullable Person person;

    UserView(
            Users users,
            PersonActions actions,
            PersonForm form,
            PhotoSection photo,
            SideSections side,
            CurrentActor current) {
        this.users = users;
        this.actions = actions;
        this.form = form;
        this.photo = photo;
        this.side = side;
        this.actor = current.get();
        addClassNames("form-view", "user-view");
    }

    /** Where somebody's page is. */
    public static String path(long project, String user) {
        return "users/" + project + "/" + user;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long project = event.getRouteParameters().getLong("project").orElseThrow(NotFoundException::new);
        String id = event.getRouteParameters().get("user").orElseThrow(NotFoundException::new);
        show(users.get(actor, project, id).orElseThrow(NotFoundException::new));
    }

    private void show(Person shown) {
        person = shown;
        removeAll();
        form.show(shown, this::show);
        boolean editable = users.mayEdit(actor, shown);
        photo.show(shown, editable);
        side.show(shown, editable);
        Div state = new Div(new StatusBadge(shown.status()));
        add(new ViewHeader(shown.user().name(), state, menu(shown)), photo, form, side);
    }

    private MenuBar menu(Person of) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
        SubMenu menu = bar.addItem(getTranslation("person.actions")).getSubMenu();
        List<String> ids = List.of(of.id());
        long project = of.project();
        if (users.mayEdit(actor, of)) {
            if (of.account() == null && !of.user().suspended()) {
                menu.addItem(getTranslation("people.invite"), click -> actions.invite(project, ids, this::again));
            }
            if (of.account() != null && !of.user().suspended()) {
                menu.addItem(
                        getTranslation("people.sendRecovery"),
                        click -> actions.sendRecovery(project, of.id(), this::again));
            }
            if (of.account() != null) {
                menu.addItem(getTranslation("people.logOut"), click -> actions.endSessions(project, ids, this::again));
            }
            if (of.user().suspended()) {
                menu.addItem(getTranslation("people.reinstate"), click -> actions.reinstate(project, ids, this::again));
            } else {
                menu.addItem(getTranslation("people.suspend"), click -> actions.suspend(project, ids, this::again));
            }
        }
        if (users.mayDelete(actor, of)) {
            menu.addItem(getTranslation("people.delete"), click -> actions.delete(project, ids, this::gone));
        }
        bar.setVisible(!menu.getItems().isEmpty());
        return bar;
    }

    private void again() {
        Person known = person;
        if (known != null) {
            users.get(actor, known.project(), known.id()).ifPresentOrElse(this::show, this::gone);
        }
    }

    private void gone() {
        person = null;
        getUI().ifPresent(ui -> ui.navigate(UsersView.class));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (person != null && form.isChanged()) {
            UnsavedChanges.ask(event);
        }
    }

    @Override
    public String getPageTitle() {
        return (person == null ? getTranslation("people.title") : person.user().name()) + " · Lintel";
    }
}
