package dev.lintel.domain.notification;

import dev.lintel.domain.access.NodeChannel;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lets every node of the server know that somebody has something new to read, or has read something. */
@Component
class NotificationNews implements NodeChannel {
    private static final String CHANNEL = "lintel_notifications";

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    NotificationNews(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Told once the transaction that is under way is committed. */
    void tell() {
        jdbc.execute("notify " + CHANNEL);
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public void heard(String payload) {
        events.publishEvent(new Notification.Changed());
    }

    @Override
    public void listening() {
        events.publishEvent(new Notification.Changed());
    }
}
