package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.device.DeviceEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Enters in the ACS log what devices decided by themselves, in the transaction that stores the event that tells of it. The
 * facts are those that the server knew for that moment; nothing is decided anew, and no pass is counted.
 */
@Component
class PanelDecisions {
    private static final Logger LOG = LoggerFactory.getLogger(PanelDecisions.class);

    /** Stands where the rule version stands when the server decides. */
    private static final String NO_RULES = "device";

    private final AccessDirectory directory;
    private final AcsLogStore log;
    private final AcsLogNews news;
    private final LastUses uses;
    private final LiveEvents live;
    private final InstantSource clock;

    PanelDecisions(
            AccessDirectory directory,
            AcsLogStore log,
            AcsLogNews news,
            LastUses uses,
            LiveEvents live,
            InstantSource clock) {
        this.directory = directory;
        this.log = log;
        this.news = news;
        this.uses = uses;
        this.live = live;
        this.clock = clock;
    }

    @EventListener
    void recorded(DeviceEvent.Recorded recorded) {
        DeviceEvent event = recorded.event();
        PanelAttempt.of(event).ifPresent(attempt -> record(attempt, event.key()));
    }

    private void record(PanelAttempt attempt, String key) {
        Decided decided = decided(attempt);
        log.add(new AcsLogStore.NewEntry(entry(attempt, decided), null, key)).ifPresent(entry -> {
            news.publishAfterCommit(entry);
            news.afterCommit(
                    () -> live.logged(decided, earlier(attempt.request().at(), entry.at())));
            LastUses.of(decided, attempt.request().at()).ifPresent(use -> {
                uses.store(use);
                news.afterCommit(() -> uses.committed(use));
            });
        });
    }

    /** A device whose clock is ahead tells of nothing that is still to come. */
    private static Instant earlier(Instant device, Instant server) {
        return device.isBefore(server) ? device : server;
    }

    private Decided decided(PanelAttempt attempt) {
        Decision decision = new Decision(
                attempt.verdict(),
                ReasonCode.DECIDED_BY_DEVICE,
                attempt.opened(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NO_RULES,
                null);
        return known(attempt.request(), decision);
    }

    private RecordedDecision entry(PanelAttempt attempt, Decided decided) {
        AccessRequest request = attempt.request();
        RequestOrigin origin = new RequestOrigin(Channel.DEVICE, null, request.at());
        AccessRequest now = new AccessRequest(
                request.deviceSerial(),
                request.accessPoint(),
                request.lock(),
                request.type(),
                request.value(),
                clock.instant());
        return Attempts.of(now, origin, decided);
    }

    /** An event must be stored whatever is wrong with our facts: the device would send it again for ever. */
    private Decided known(AccessRequest request, Decision decision) {
        try {
            AccessDirectory.State state = directory.state();
            return new Decided(state.gather(request), decision, state.siteOf(request.deviceSerial()));
        } catch (RuntimeException failure) {
            LOG.error("facts for a pass that a device decided could not be gathered", failure);
            return new Decided(AccessFacts.none(request), decision, null);
        }
    }
}
