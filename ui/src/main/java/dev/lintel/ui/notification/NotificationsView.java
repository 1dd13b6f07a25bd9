package dev.lintel.ui.notification;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.notification.Feed;
import dev.lintel.domain.notification.Notification;
import dev.lintel.domain.notification.Notifications;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.dashboard.LastPasses;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.live.LiveFeed;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The feed of whoever is logged in, newest first and live. The tab is part of the address. */
@Route(value = NotificationsView.PATH, layout = MainLayout.class)
@PermitAll
public class NotificationsView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    static final String PATH = "notifications";

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final String TAB = "tab";
    private static final String ACS = "acs";

    private final transient Notifications notifications;
    private final LastPasses passes;
    private final transient LiveFeed feed;
    private final transient InstantSource clock;
    private final transient Actor actor;
    private final transient Moments moments;
    private final Tabs tabs = new Tabs();
    private final UnorderedList list = new UnorderedList();
    private final Div place = new Div(list);
    private final Button more = new Button(getTranslation("notification.more"), click -> add());
    private @Nullable Long oldest;

    NotificationsView(
            Notifications notifications,
            LastPasses passes,
            LiveFeed feed,
            Messages messages,
            InstantSource clock,
            CurrentActor current) {
        this.notifications = notifications;
        this.passes = passes;
        this.feed = feed;
        this.clock = clock;
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        addClassNames("list-view", "notifications");
        Button readAll = new Button(getTranslation("notification.readAll"), click -> notifications.readAll(actor));
        readAll.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        tab("all", getTranslation("notification.all"));
        tab("normal", getTranslation("notification.normal"));
        tab("important", getTranslation("notification.important"));
        if (actor.may(Permission.ACS_LOG_VIEW)) {
            tab(ACS, getTranslation("notification.acs"));
        }
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrentOrThrow()
                        .navigate(
                                NotificationsView.class,
                                UI.getCurrentOrThrow()
                                        .getActiveViewLocation()
                                        .getQueryParameters()
                                        .merging(TAB, chosen()));
            }
        });
        add(header(readAll), tabs, place, more);
    }

    private ViewHeader header(Button readAll) {
        if (actor.reach(Permission.GROUP_COMPANY_INFO_VIEW) instanceof Reach.Nothing) {
            return new ViewHeader(getTranslation("notification.title"), readAll);
        }
        RouterLink rules = new RouterLink(getTranslation("rule.title"), NotificationRulesView.class);
        rules.addClassName("button-link");
        return new ViewHeader(getTranslation("notification.title"), rules, readAll);
    }

    private void tab(String id, String name) {
        Tab tab = new Tab(name);
        tab.setId(id);
        tabs.add(tab);
    }

    private String chosen() {
        return tabs.getSelectedTab().getId().orElse("all");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String wanted =
                event.getLocation().getQueryParameters().getSingleParameter(TAB).orElse("all");
        tabs.getChildren()
                .filter(tab -> tab.getId().filter(wanted::equals).isPresent())
                .findFirst()
                .ifPresent(tab -> tabs.setSelectedTab((Tab) tab));
        show();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        Registration following = feed.notifications().follow(attach.getUI(), changed -> true, news -> show());
        addDetachListener(detach -> {
            detach.unregisterListener();
            following.remove();
        });
    }

    private void show() {
        place.removeAll();
        list.removeAll();
        more.setVisible(false);
        oldest = null;
        if (chosen().equals(ACS)) {
            passes.load(actor, null);
            place.add(list, passes);
            add();
            return;
        }
        place.add(list);
        add();
        if (list.getChildren().findAny().isEmpty()) {
            place.add(
                    new EmptyState(getTranslation("notification.noneTitle"), getTranslation("notification.noneText")));
        }
    }

    private void add() {
        List<Notification> page = notifications.list(actor, feed(), oldest, PAGE);
        page.forEach(notification -> list.add(new NotificationItem(
                notification, moments, clock.instant(), () -> notifications.read(actor, notification.id()))));
        if (!page.isEmpty()) {
            oldest = page.getLast().id();
        }
        more.setVisible(page.size() == PAGE);
    }

    private Feed feed() {
        return switch (chosen()) {
            case "normal" -> Feed.NORMAL;
            case "important" -> Feed.IMPORTANT;
            case ACS -> Feed.ACS;
            default -> Feed.ALL;
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notification.title") + " · Lintel";
    }
}
