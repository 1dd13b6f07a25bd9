package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts.AreaFact;
import dev.lintel.domain.access.AccessFacts.LiveFact;
import dev.lintel.domain.access.AccessFacts.PassFact;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.Way;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is going on at a door that may never have gone on, as people tell it.
 *
 * @param threat the level at the door
 * @param failures attempts that failed there: so many, the oldest of them nearly so many minutes ago
 * @param sameWay nearly how many minutes ago the holder went the same way; null is not since the last time the other way
 * @param inside how many people are inside, by their profiles; an empty name is a profile that nobody names
 * @param second who presented a second credential there a moment ago
 * @param otherDoor whether another door of the area was opened a moment ago
 */
public record Situation(
        ThreatLevel threat,
        List<Failures> failures,
        @Nullable Integer sameWay,
        Map<String, Integer> inside,
        Set<Whose> second,
        boolean otherDoor) {
    /** Nothing. */
    public static final Situation CALM = new Situation(ThreatLevel.NORMAL, List.of(), null, Map.of(), Set.of(), false);

    private static final Duration MOMENT = Duration.ofMillis(500);

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing
    public Situation {
        threat = threat == null ? ThreatLevel.NORMAL : threat;
        failures = failures == null ? List.of() : List.copyOf(failures);
        inside = inside == null ? Map.of() : Map.copyOf(inside);
        second = second == null ? Set.of() : Set.copyOf(second);
    }

    Situation with(ThreatLevel other) {
        return new Situation(other, failures, sameWay, inside, second, otherDoor);
    }

    Situation withFailures(List<Failures> other) {
        return new Situation(threat, other, sameWay, inside, second, otherDoor);
    }

    Situation withSameWay(@Nullable Integer other) {
        return new Situation(threat, failures, other, inside, second, otherDoor);
    }

    Situation withInside(Map<String, Integer> other) {
        return new Situation(threat, failures, sameWay, other, second, otherDoor);
    }

    Situation withSecond(Set<Whose> other) {
        return new Situation(threat, failures, sameWay, inside, other, otherDoor);
    }

    Situation withOtherDoor(boolean other) {
        return new Situation(threat, failures, sameWay, inside, second, other);
    }

    /** What facts would tell of it at an instant to somebody who goes that way. */
    public LiveFact live(Instant at, @Nullable Way way) {
        Instant momentAgo = at.minus(MOMENT);
        return new LiveFact(
                threat,
                attempts(at),
                new AreaFact(
                        way == null || sameWay == null
                                ? null
                                : new PassFact(
                                        way,
                                        at.minus(Duration.ofMinutes(sameWay)).plusSeconds(1)),
                        inside,
                        otherDoor ? momentAgo : null,
                        second.contains(Whose.OTHER_PERSON) ? momentAgo : null,
                        second.contains(Whose.SAME_PERSON) ? momentAgo : null,
                        at.plus(Duration.ofDays(1))));
    }

    /** So few attempts, and so long ago, that no more of them count than are told. */
    private List<Instant> attempts(Instant at) {
        List<Instant> attempts = new ArrayList<>();
        for (Failures one : failures) {
            Instant longAgo = at.minus(Duration.ofMinutes(one.minutes())).plusSeconds(1);
            while (attempts.size() < one.count()) {
                attempts.add(longAgo.plusNanos(attempts.size()));
            }
        }
        return attempts.stream().sorted().toList();
    }
}
