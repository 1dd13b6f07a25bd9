package dev.lintel.ui.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.standalone.LintelVersion;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.Wordmark;
import dev.lintel.ui.notification.NotificationBadge;
import dev.lintel.ui.security.OpenPages;
import jakarta.annotation.security.PermitAll;

/** The frame: navigation at the side, project and person at the top. */
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final Navigation navigation;
    private final ProjectSwitcher switcher;

    MainLayout(
            CurrentActor current,
            OpenPages pages,
            PersonalPage page,
            Projects projects,
            NotificationBadge badge,
            AuthenticationContext authentication) {
        Actor actor = current.get();
        pages.built(UI.getCurrentOrThrow());
        setPrimarySection(Section.DRAWER);
        navigation = new Navigation(actor);
        switcher = new ProjectSwitcher(projects.list(actor));

        Anchor home = new Anchor("", new Wordmark());
        home.addClassName("home");
        Footer version = new Footer(new Span(getTranslation("login.version", LintelVersion.current())));
        addToDrawer(home, new Scroller(navigation), version);

        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("nav.toggle"));
        Div space = new Div();
        space.addClassName("space");
        addToNavbar(toggle, switcher, space, badge, new UserMenu(actor, page, authentication));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        ChosenProject.in(query).ifPresentOrElse(switcher::show, switcher::showAll);
        navigation.keep(query.including(ChosenProject.PARAMETER));
    }
}
