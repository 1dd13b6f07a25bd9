package dev.lintel.ui.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.QueryParameters;
import dev.lintel.domain.access.Insiders;
import dev.lintel.domain.access.matrix.AccessMatrix;
import dev.lintel.domain.group.GroupReach;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.review.Reviews;
import dev.lintel.domain.wallet.WalletSettings;
import dev.lintel.ui.access.AcsLogView;
import dev.lintel.ui.access.InsidersView;
import dev.lintel.ui.access.matrix.MatrixView;
import dev.lintel.ui.access.matrix.OpenersView;
import dev.lintel.ui.audit.AuditView;
import dev.lintel.ui.dashboard.DashboardView;
import dev.lintel.ui.device.DeviceListView;
import dev.lintel.ui.group.GroupsView;
import dev.lintel.ui.guest.GuestsView;
import dev.lintel.ui.identifier.IdentifiersView;
import dev.lintel.ui.mail.MailPages;
import dev.lintel.ui.mail.MailServerView;
import dev.lintel.ui.notification.NotificationsView;
import dev.lintel.ui.permission.ProfilesView;
import dev.lintel.ui.restriction.RestrictionsView;
import dev.lintel.ui.review.ReviewsView;
import dev.lintel.ui.rulebook.RulesView;
import dev.lintel.ui.schedule.SchedulesView;
import dev.lintel.ui.settings.GeneralView;
import dev.lintel.ui.site.SitesView;
import dev.lintel.ui.user.ApiTokensView;
import dev.lintel.ui.user.people.MarkersView;
import dev.lintel.ui.user.people.UsersView;
import dev.lintel.ui.wallet.WalletView;
import java.util.List;

/** The side navigation, grouped as people think. What somebody may not do is absent. */
final class Navigation extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Actor actor;

    Navigation(Actor actor) {
        this.actor = actor;
        addClassName("navigation");
        SideNav today = new SideNav();
        today.addItem(item("nav.today", DashboardView.class, VaadinIcon.DASHBOARD));
        today.addItem(item("nav.notifications", NotificationsView.class, VaadinIcon.BELL_O));
        group(today);

        SideNav doors = new SideNav(getTranslation("nav.access"));
        if (GuestsView.isFor(actor)) {
            doors.addItem(item("guest.title", GuestsView.class, VaadinIcon.HANDSHAKE));
        }
        offer(
                doors,
                Permission.IDENTIFIER_VIEW_OWN,
                item("nav.identifiers", IdentifiersView.class, VaadinIcon.CREDIT_CARD));
        offer(
                doors,
                Permission.ACCESS_RESTRICTION_VIEW,
                item("nav.restrictions", RestrictionsView.class, VaadinIcon.KEY_O));
        offer(doors, Permission.SCHEDULE_VIEW, item("nav.schedules", SchedulesView.class, VaadinIcon.CALENDAR_CLOCK));
        if (RulesView.isFor(actor)) {
            doors.addItem(item("nav.rules", RulesView.class, VaadinIcon.GAVEL));
        }
        if (Reviews.isFor(actor)) {
            doors.addItem(item("nav.reviews", ReviewsView.class, VaadinIcon.CHECK_SQUARE_O));
        }
        if (AccessMatrix.isFor(actor)) {
            doors.addItem(item("nav.matrix", MatrixView.class, VaadinIcon.GRID_BIG));
            doors.addItem(item("nav.openers", OpenersView.class, VaadinIcon.QUESTION_CIRCLE_O));
        }
        offer(doors, Permission.ACS_LOG_VIEW, item("nav.acsLog", AcsLogView.class, VaadinIcon.LIST));
        if (Insiders.isFor(actor)) {
            doors.addItem(item("nav.insiders", InsidersView.class, VaadinIcon.SIGN_IN));
        }
        offer(doors, Permission.DEVICE_VIEW, item("nav.devices", DeviceListView.class, VaadinIcon.SERVER));
        group(doors);

        SideNav people = new SideNav(getTranslation("nav.people"));
        offer(people, Permission.USER_VIEW, item("nav.users", UsersView.class, VaadinIcon.USERS));
        if (!(GroupReach.view(actor) instanceof Reach.Nothing)) {
            people.addItem(item("nav.groups", GroupsView.class, VaadinIcon.FILE_TREE));
        }
        offer(people, Permission.PROFILE_VIEW, item("nav.profiles", ProfilesView.class, VaadinIcon.USER_CARD));
        group(people);

        SideNav settings = new SideNav(getTranslation("nav.settings"));
        offer(settings, Permission.SETTINGS_VIEW, item("nav.sites", SitesView.class, VaadinIcon.BUILDING));
        offer(settings, Permission.MARKER_VIEW, item("nav.markers", MarkersView.class, VaadinIcon.FLAG));
        MailPages.first(actor).ifPresent(page -> settings.addItem(item("nav.mail", page, VaadinIcon.ENVELOPE_O)));
        if (WalletSettings.mayView(actor)) {
            settings.addItem(item("nav.wallets", WalletView.class, VaadinIcon.WALLET));
        }
        settings.addItem(item("nav.apiTokens", ApiTokensView.class, VaadinIcon.KEY));
        offer(settings, Permission.SETTINGS_VIEW, item("nav.general", GeneralView.class, VaadinIcon.COG));
        offer(settings, Permission.AUDIT_VIEW, item("nav.audit", AuditView.class, VaadinIcon.RECORDS));
        group(settings);
    }

    /** Every link goes on with these, so that the chosen project stays chosen. */
    void keep(QueryParameters query) {
        items(this).forEach(item -> item.setQueryParameters(query));
    }

    private void group(SideNav nav) {
        if (!nav.getItems().isEmpty()) {
            add(nav);
        }
    }

    private void offer(SideNav nav, Permission needed, SideNavItem item) {
        if (!(actor.reach(needed) instanceof Reach.Nothing)) {
            nav.addItem(item);
        }
    }

    private SideNavItem item(String key, Class<? extends Component> view, VaadinIcon icon) {
        SideNavItem item = new SideNavItem(getTranslation(key), view, icon.create());
        item.setMatchNested(List.of(
                        AcsLogView.class,
                        AuditView.class,
                        GroupsView.class,
                        GuestsView.class,
                        IdentifiersView.class,
                        OpenersView.class,
                        ProfilesView.class,
                        RestrictionsView.class,
                        ReviewsView.class,
                        RulesView.class,
                        SchedulesView.class,
                        UsersView.class,
                        MailServerView.class)
                .contains(view));
        return item;
    }

    private static List<SideNavItem> items(Component parent) {
        return parent.getChildren()
                .map(SideNav.class::cast)
                .flatMap(nav -> nav.getItems().stream())
                .toList();
    }
}
