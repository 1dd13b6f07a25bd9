package dev.lintel.routes.mqtt;

import dev.lintel.routes.wire.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How old or how far ahead a message may be. The broker keeps requests while the server is away; whoever stood at the
 * door then is gone, and nobody must walk in on their card.
 */
final class Freshness {
    /** A request older than this is refused. */
    static final Duration OLDEST_REQUEST = Duration.ofSeconds(30);

    /** A device's clock may be ahead by this much. */
    static final Duration FURTHEST_AHEAD = Duration.ofMinutes(5);

    private Freshness() {}

    static Optional<Refusal> ofRequest(Instant at, Instant now) {
        if (at.isBefore(now.minus(OLDEST_REQUEST))) {
            return Optional.of(new Refusal(
                    "at", "stale: " + at + " is more than " + OLDEST_REQUEST.toSeconds() + " s ago, ask again"));
        }
        return ofEvent(at, now);
    }

    /** Events may be of any age: a device tells later what it could not tell at once. */
    static Optional<Refusal> ofEvent(Instant at, Instant now) {
        if (at.isAfter(now.plus(FURTHEST_AHEAD))) {
            return Optional.of(new Refusal(
                    "at", "in the future: " + at + " is more than 5 min ahead of the server, set the device's clock"));
        }
        return Optional.empty();
    }
}
