package dev.lintel.ui.notification;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.notification.Notifications;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.ui.live.LiveFeed;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The bell in the head of every page, with the number of what is not read yet, live. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class NotificationBadge extends RouterLink {
    private static final long serialVersionUID = 1L;

    private final transient Notifications notifications;
    private final transient LiveFeed feed;
    private final transient Actor actor;
    private final Span number = new Span();

    NotificationBadge(Notifications notifications, LiveFeed feed, CurrentActor current) {
        this.notifications = notifications;
        this.feed = feed;
        this.actor = current.get();
        setRoute(NotificationsView.class);
        addClassName("notification-badge");
        number.getElement().setAttribute("aria-hidden", "true");
        add(VaadinIcon.BELL_O.create(), number);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        count();
        Registration following = feed.notifications().follow(attach.getUI(), changed -> true, news -> count());
        addDetachListener(detach -> {
            detach.unregisterListener();
            following.remove();
        });
    }

    private void count() {
        int unread = notifications.unread(actor);
        String shown = unread < Notifications.MOST_UNREAD ? Integer.toString(unread) : unread - 1 + "+";
        number.setText(unread == 0 ? "" : shown);
        number.setVisible(unread > 0);
        String label = getTranslation("notification.badge", unread);
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("title", label);
    }
}
