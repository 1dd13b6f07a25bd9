package dev.lintel.ui.notification;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.notification.Feed;
import dev.lintel.domain.notification.Notification;
import dev.lintel.domain.notification.Notifications;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.dashboard.WidgetSize;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.dashboard.Widget;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.live.LiveFeed;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** The newest of the feed, of all projects: what is told is told once. */
@org.springframework.stereotype.Component
@Order(400)
final class NotificationsWidget implements Widget {
    private static final int SHOWN = 20;

    private final Notifications notifications;
    private final LiveFeed feed;
    private final Messages messages;
    private final InstantSource clock;

    NotificationsWidget(Notifications notifications, LiveFeed feed, Messages messages, InstantSource clock) {
        this.notifications = notifications;
        this.feed = feed;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "notifications";
    }

    @Override
    public String caption() {
        return "notification.title";
    }

    @Override
    public WidgetSize usualSize() {
        return new WidgetSize(2, 2);
    }

    @Override
    public boolean isFor(Actor actor) {
        return actor.account() != null;
    }

    @Override
    public Component content(Actor actor, @Nullable Long project) {
        return new Content(actor);
    }

    private final class Content extends Div {
        private static final long serialVersionUID = 1L;

        private final transient Actor actor;
        private final UnorderedList list = new UnorderedList();

        Content(Actor actor) {
            this.actor = actor;
            addClassName("notifications");
            add(list, new Anchor(NotificationsView.PATH, UI.getCurrentOrThrow().getTranslation("notification.toAll")));
            show();
        }

        private void show() {
            list.removeAll();
            Moments moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
            List<Notification> newest = notifications.list(actor, Feed.ALL, null, SHOWN);
            newest.forEach(notification -> list.add(new NotificationItem(
                    notification, moments, clock.instant(), () -> notifications.read(actor, notification.id()))));
            if (newest.isEmpty()) {
                list.add(new ListItem(new Paragraph(getTranslation("notification.noneText"))));
            }
        }

        @Override
        protected void onAttach(AttachEvent attach) {
            super.onAttach(attach);
            Registration news = feed.notifications().follow(attach.getUI(), changed -> true, all -> show());
            addDetachListener(detach -> {
                detach.unregisterListener();
                news.remove();
            });
        }
    }
}
