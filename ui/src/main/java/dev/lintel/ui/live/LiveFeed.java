package dev.lintel.ui.live;

import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.notification.Notification;
import dev.lintel.domain.site.SiteStored;
import dev.lintel.ui.security.OpenPages;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brings what happens to open pages, at most five times a second. */
@Component
public final class LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration BEAT = Duration.ofMillis(200);

    /** More than that nobody reads; how many more there were is counted. */
    static final int MOST_PASSES_PER_SECOND = 10;

    private final Topic<AcsLogEntry> passes;
    private final Topic<DeviceStatus.Changed> devices;
    private final Topic<Notification.Changed> notifications;
    private final Topic<SiteStored> sites;
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("live-feed").daemon().factory());

    LiveFeed(OpenPages pages) {
        passes = new Topic<>(pages::isOutdated, Follower.Pace.of(MOST_PASSES_PER_SECOND), System::nanoTime);
        devices = new Topic<>(pages::isOutdated);
        // all say the same: that there is something to look up
        notifications = new Topic<>(pages::isOutdated, Follower.Pace.of(1), System::nanoTime);
        sites = new Topic<>(pages::isOutdated);
        pulse.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Entries of the ACS log as they are stored; when there are very many, some of each second. */
    public Topic<AcsLogEntry> passes() {
        return passes;
    }

    /** Devices as they come and go. */
    public Topic<DeviceStatus.Changed> devices() {
        return devices;
    }

    /** That somebody has something else to read than before. */
    public Topic<Notification.Changed> notifications() {
        return notifications;
    }

    /** That people, identifiers or anything else of a project has changed. */
    public Topic<SiteStored> sites() {
        return sites;
    }

    @EventListener
    void stored(SiteStored event) {
        sites.publish(event);
    }

    @EventListener
    void notified(Notification.Changed event) {
        notifications.publish(event);
    }

    @EventListener
    void recorded(AcsLogEntry.Recorded event) {
        passes.publish(event.entry());
    }

    @EventListener
    void changed(DeviceStatus.Changed event) {
        devices.publish(event);
    }

    private void beat() {
        try {
            passes.beat();
            devices.beat();
            notifications.beat();
            sites.beat();
        } catch (RuntimeException e) {
            // a scheduled task that throws is never run again, and every page would fall silent
            LOG.error("the live feed skipped a beat", e);
        }
    }

    @PreDestroy
    void stop() {
        pulse.shutdownNow();
    }
}
