package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.LiveFact;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.UnknownFactException;
import dev.lintel.domain.access.WantedFacts.Live;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In what situation a policy holds; all that is asked must be so.
 *
 * @param threats of which the level at the door is one; none is whatever the level
 * @param failures so many attempts with what nobody has were made at the door lately; null is however many
 */
public record PolicyState(
        Set<ThreatLevel> threats, @Nullable Failures failures) {
    public static final PolicyState ANY = new PolicyState(Set.of(), null);

    /**
     * @param count how many at least, from 1 to {@value #MOST}
     * @param minutes within how long, from 1 to {@value #LONGEST}
     */
    public record Failures(int count, int minutes) {
        public static final int MOST = 20;
        public static final int LONGEST = 60;
    }

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public PolicyState {
        threats = threats == null ? Set.of() : Set.copyOf(threats);
    }

    public boolean isAny() {
        return equals(ANY);
    }

    /** What has to be among the facts. */
    public Set<Live> wanted() {
        Set<Live> wanted = EnumSet.noneOf(Live.class);
        if (!threats.isEmpty()) {
            wanted.add(Live.THREAT);
        }
        if (failures != null) {
            wanted.add(Live.FAILURES);
        }
        return wanted;
    }

    /**
     * Whether it is so at the instant of a request.
     *
     * @throws UnknownFactException when the facts do not tell what is asked
     */
    public boolean fit(AccessFacts facts) {
        return fit(facts.live(), facts.at());
    }

    boolean fit(@Nullable LiveFact live, Instant at) {
        return (threats.isEmpty() || threats.contains(threat(live)))
                && (failures == null || failed(live, at, failures) >= failures.count());
    }

    private static ThreatLevel threat(@Nullable LiveFact live) {
        ThreatLevel threat = live == null ? null : live.threat();
        if (threat == null) {
            throw new UnknownFactException("the threat level at the door");
        }
        return threat;
    }

    private static long failed(@Nullable LiveFact live, Instant now, Failures asked) {
        Instant since = now.minus(Duration.ofMinutes(asked.minutes()));
        return failures(live).stream()
                .filter(at -> at.isAfter(since) && !at.isAfter(now))
                .count();
    }

    private static List<Instant> failures(@Nullable LiveFact live) {
        List<Instant> failures = live == null ? null : live.failures();
        if (failures == null) {
            throw new UnknownFactException("which attempts failed at the door");
        }
        return failures;
    }

    /** The first instant after that of the facts at which one of the attempts is too long ago to count; null without any. */
    @Nullable
    Instant nextEdge(AccessFacts facts) {
        LiveFact live = facts.live();
        Failures asked = failures;
        if (asked == null || live == null || live.failures() == null) {
            return null;
        }
        return live.failures().stream()
                .flatMap(at -> Stream.of(at, at.plus(Duration.ofMinutes(asked.minutes()))))
                .filter(edge -> edge.isAfter(facts.at()))
                .min(Instant::compareTo)
                .orElse(null);
    }
}
