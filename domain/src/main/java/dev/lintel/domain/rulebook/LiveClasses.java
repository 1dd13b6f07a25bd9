package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts.LiveFact;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Everything that may be going on at a door, as far as some rules can tell. */
final class LiveClasses {
    /** Of more kinds of throttles than this not every combination is looked at, but each alone and all together. */
    private static final int MOST_COMBINED = 5;

    private final List<ThreatLevel> threats;
    private final List<Failures> failures;

    LiveClasses(List<Policy> rules) {
        boolean asked = rules.stream().anyMatch(rule -> !rule.times().state().threats().isEmpty());
        this.threats = asked ? List.of(ThreatLevel.values()) : List.of(ThreatLevel.NORMAL);
        this.failures = rules.stream()
                .map(rule -> rule.times().state().failures())
                .filter(Objects::nonNull)
                .distinct()
                .sorted(Comparator.comparingInt(Failures::minutes))
                .toList();
    }

    /** What facts would tell of it at an instant. */
    List<Function<Instant, LiveFact>> states() {
        List<Function<Instant, LiveFact>> states = new ArrayList<>();
        for (ThreatLevel threat : threats) {
            for (List<Failures> some : combinations()) {
                states.add(at -> new LiveFact(threat, justEnough(some, at)));
            }
        }
        return states;
    }

    private List<List<Failures>> combinations() {
        List<List<Failures>> all = new ArrayList<>();
        if (failures.size() > MOST_COMBINED) {
            all.add(List.of());
            failures.forEach(one -> all.add(List.of(one)));
            all.add(failures);
            return all;
        }
        for (int which = 0; which < 1 << failures.size(); which++) {
            List<Failures> some = new ArrayList<>();
            for (int i = 0; i < failures.size(); i++) {
                if ((which & 1 << i) > 0) {
                    some.add(failures.get(i));
                }
            }
            all.add(some);
        }
        return all;
    }

    /** So few attempts, and so long ago, that these hold and no others that need not. */
    private static List<Instant> justEnough(List<Failures> some, Instant at) {
        List<Instant> attempts = new ArrayList<>();
        for (Failures one : some) {
            Instant longAgo = at.minus(Duration.ofMinutes(one.minutes())).plusSeconds(1);
            while (attempts.size() < one.count()) {
                attempts.add(longAgo.plusNanos(attempts.size()));
            }
        }
        return attempts.stream().sorted().toList();
    }
}
