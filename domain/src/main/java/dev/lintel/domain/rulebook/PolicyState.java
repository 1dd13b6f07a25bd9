package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.AreaFact;
import dev.lintel.domain.access.AccessFacts.LiveFact;
import dev.lintel.domain.access.AccessFacts.PassFact;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.UnknownFactException;
import dev.lintel.domain.access.WantedFacts.Live;
import dev.lintel.domain.access.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In what situation a policy holds; all that is asked must be so. An area is the group in which the door stands: all doors that
 * stand in that very group lead into it and out of it. Who is where is known since four in the morning.
 *
 * @param threats of which the level at the door is one; none is whatever the level
 * @param failures so many attempts with what nobody has were made at the door lately; null is however many
 * @param passback the holder went the same way last; null is whichever way
 * @param inside so many people are in the area; null is however many
 * @param second no second credential was presented at the door just before; null is whether or not
 * @param interlock another door of the area was opened just before; null is whether or not
 */
public record PolicyState(
        Set<ThreatLevel> threats,
        @Nullable Failures failures,
        @Nullable Passback passback,
        @Nullable Inside inside,
        @Nullable Second second,
        @Nullable Interlock interlock) {
    public static final PolicyState ANY = new PolicyState(Set.of(), null);

    /**
     * @param count how many at least, from 1 to {@value #MOST}
     * @param minutes within how long, from 1 to {@value #LONGEST}
     */
    public record Failures(int count, int minutes) {
        public static final int MOST = 20;
        public static final int LONGEST = 60;
    }

    /**
     * The last pass of the holder in this area went the same way as this request: who is inside goes in again. A door whose
     * direction tells nothing is never gone through the same way.
     *
     * @param minutes within how long, from 1 to {@value #LONGEST}; null is since four in the morning
     */
    public record Passback(@Nullable Integer minutes) {
        public static final int LONGEST = 24 * 60;
    }

    /**
     * How many people are inside, whoever is at the door not counted unless they are inside already. One of the two numbers is
     * given.
     *
     * @param profiles names of the profiles that count; none is everybody
     * @param atLeast from 1 to {@value #MOST}
     * @param fewerThan from 1 to {@value #MOST}
     */
    public record Inside(
            Set<String> profiles,
            @Nullable Integer atLeast,
            @Nullable Integer fewerThan) {
        public static final int MOST = 100_000;

        @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
        public Inside {
            profiles = profiles == null ? Set.of() : Set.copyOf(profiles);
        }

        boolean fit(AreaFact area) {
            int count = 0;
            for (java.util.Map.Entry<String, Integer> some : area.inside().entrySet()) {
                count += profiles.isEmpty() || profiles.contains(some.getKey()) ? some.getValue() : 0;
            }
            return (atLeast == null || count >= atLeast) && (fewerThan == null || count < fewerThan);
        }
    }

    /** Whose second credential is asked for. */
    public enum Whose {
        /** Somebody else who has the right to it. */
        OTHER_PERSON,
        /** The holder, with another identifier. */
        SAME_PERSON
    }

    /** @param seconds within how long, from 1 to {@value #LONGEST} */
    public record Second(Whose whose, int seconds) {
        public static final int LONGEST = 300;
    }

    /** @param seconds within how long, from 1 to {@value #LONGEST} */
    public record Interlock(int seconds) {
        public static final int LONGEST = 300;
    }

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public PolicyState {
        threats = threats == null ? Set.of() : Set.copyOf(threats);
    }

    /** Whoever has passed where. */
    public PolicyState(Set<ThreatLevel> threats, @Nullable Failures failures) {
        this(threats, failures, null, null, null, null);
    }

    /** The same with another second credential asked for; null is none. */
    public PolicyState with(@Nullable Second other) {
        return new PolicyState(threats, failures, passback, inside, other, interlock);
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
        if (passback != null || inside != null || second != null || interlock != null) {
            wanted.add(Live.PASSES);
        }
        return wanted;
    }

    /**
     * Whether it is so at the instant of a request.
     *
     * @throws UnknownFactException when the facts do not tell what is asked
     */
    public boolean fit(AccessFacts facts) {
        return fit(facts.live(), facts.at(), Way.of(facts.accessPoint()));
    }

    boolean fit(@Nullable LiveFact live, Instant at, @Nullable Way way) {
        return (threats.isEmpty() || threats.contains(threat(live)))
                && (failures == null || failed(live, at, failures) >= failures.count())
                && (passback == null || isSameWay(area(live).last(), way, at, passback))
                && (inside == null || inside.fit(area(live)))
                && (second == null || !isWithin(shown(area(live), second), Duration.ofSeconds(second.seconds()), at))
                && (interlock == null || isWithin(area(live).otherDoor(), Duration.ofSeconds(interlock.seconds()), at));
    }

    private static boolean isSameWay(@Nullable PassFact last, @Nullable Way way, Instant at, Passback asked) {
        return last != null
                && last.way() == way
                && !last.at().isAfter(at)
                && (asked.minutes() == null || isWithin(last.at(), Duration.ofMinutes(asked.minutes()), at));
    }

    private static @Nullable Instant shown(AreaFact area, Second asked) {
        return asked.whose() == Whose.OTHER_PERSON ? area.otherPerson() : area.otherIdentifier();
    }

    private static boolean isWithin(@Nullable Instant event, Duration length, Instant now) {
        return event != null && event.isAfter(now.minus(length)) && !event.isAfter(now);
    }

    private static ThreatLevel threat(@Nullable LiveFact live) {
        ThreatLevel threat = live == null ? null : live.threat();
        if (threat == null) {
            throw new UnknownFactException("the threat level at the door");
        }
        return threat;
    }

    private static AreaFact area(@Nullable LiveFact live) {
        AreaFact area = live == null ? null : live.area();
        if (area == null) {
            throw new UnknownFactException("who has passed at the door");
        }
        return area;
    }

    private static long failed(@Nullable LiveFact live, Instant now, Failures asked) {
        return failures(live).stream()
                .filter(at -> isWithin(at, Duration.ofMinutes(asked.minutes()), now))
                .count();
    }

    private static List<Instant> failures(@Nullable LiveFact live) {
        List<Instant> failures = live == null ? null : live.failures();
        if (failures == null) {
            throw new UnknownFactException("which attempts failed at the door");
        }
        return failures;
    }

    /**
     * The first instant after that of the facts at which what happened is too long ago to count, or begins to; null without
     * any.
     */
    @Nullable
    Instant nextEdge(AccessFacts facts) {
        LiveFact live = facts.live();
        return live == null
                ? null
                : Stream.concat(edgesOfFailures(live), edgesOfPasses(live.area()))
                        .filter(edge -> edge.isAfter(facts.at()))
                        .min(Instant::compareTo)
                        .orElse(null);
    }

    private Stream<Instant> edgesOfFailures(LiveFact live) {
        Failures asked = failures;
        return asked == null || live.failures() == null
                ? Stream.of()
                : live.failures().stream().flatMap(at -> edges(at, Duration.ofMinutes(asked.minutes())));
    }

    private Stream<Instant> edgesOfPasses(@Nullable AreaFact area) {
        if (area == null || !wanted().contains(Live.PASSES)) {
            return Stream.of();
        }
        Stream<Instant> edges = Stream.of(area.until());
        PassFact last = area.last();
        if (passback != null && last != null) {
            Integer minutes = passback.minutes();
            edges = Stream.concat(
                    edges, edges(last.at(), minutes == null ? Duration.ZERO : Duration.ofMinutes(minutes)));
        }
        if (second != null) {
            edges = Stream.concat(edges, edges(shown(area, second), Duration.ofSeconds(second.seconds())));
        }
        if (interlock != null) {
            edges = Stream.concat(edges, edges(area.otherDoor(), Duration.ofSeconds(interlock.seconds())));
        }
        return edges;
    }

    private static Stream<Instant> edges(@Nullable Instant event, Duration length) {
        return event == null ? Stream.of() : Stream.of(event, event.plus(length));
    }
}
