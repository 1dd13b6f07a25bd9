package dev.lintel.domain.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out which notifications of one kind belong together because they come in quick succession, such as those of all
 * devices behind a switch. Each node does so for what it notices itself.
 */
@Component
class Bursts {
    /** What comes later than this after the last one stands for itself. */
    private static final Duration GAP = Duration.ofMinutes(1);

    /** Where devices come and go all day, a burst has an end. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<Of, Burst> last = new ConcurrentHashMap<>();

    /** @param rule id of the rule that speaks of them; null when none does */
    private record Of(
            long project, NotificationKind kind, @Nullable String rule) {}

    private record Burst(Instant began, Instant last) {
        Burst with(Instant at) {
            boolean goesOn = !at.isAfter(last.plus(GAP)) && !at.isAfter(began.plus(LONGEST));
            return new Burst(goesOn ? began : at, at);
        }
    }

    /** When the burst began to which this one belongs. */
    Instant begin(long project, NotificationKind kind, @Nullable String rule, Instant at) {
        return last.compute(
                        new Of(project, kind, rule), (of, burst) -> burst == null ? new Burst(at, at) : burst.with(at))
                .began();
    }
}
