package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessFacts.LiveFact;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.matrix.DoorSpan;
import dev.lintel.domain.access.matrix.DoorTimes;
import dev.lintel.domain.access.matrix.DoorTimes.Key;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.GuestKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * For how long a door opens to an identifier under other rules and not under those in force, and the other way round. What a
 * thousand flats have alike is worked out once: whoever has the same kind of rights at the same kind of door, as far as any of
 * the policies can tell, gets the same answer. Several threads may ask.
 */
final class WeekComparison {
    static final Duration LENGTH = Duration.ofDays(7);

    private final SiteSnapshot site;
    private final AccessDecisionPoint inForce;
    private final AccessDecisionPoint trial;
    private final List<PolicyHolders> asked;
    private final Instant from;
    private final LocalDate firstDay;
    private final Map<Alike, Difference> known = new ConcurrentHashMap<>();

    /** @param policies those in force and those that are tried */
    WeekComparison(
            SiteSnapshot site,
            AccessDecisionPoint inForce,
            AccessDecisionPoint trial,
            List<Policy> policies,
            Instant from) {
        this.site = site;
        this.inForce = inForce;
        this.trial = trial;
        this.asked = policies.stream().map(Policy::holders).distinct().toList();
        this.from = from;
        this.firstDay = LocalDate.ofInstant(from, site.project().timeZone());
    }

    /** Times that open only under the other rules, and only under those in force. */
    record Difference(Duration gained, Duration lost) {
        static final Difference NONE = new Difference(Duration.ZERO, Duration.ZERO);

        boolean isNone() {
            return equals(NONE);
        }

        Difference and(Difference other) {
            return new Difference(gained.plus(other.gained), lost.plus(other.lost));
        }
    }

    /** All that a decision can depend on, but who and where it is. */
    private record Alike(
            Holding holding,
            BitSet doors,
            @Nullable String accessPoint,
            int locks,
            @Nullable String rulebook,
            @Nullable LiveFact live,
            List<Right> rights) {}

    /**
     * All that a decision can depend on of somebody with an identifier, but their rights. What they present matters to policies
     * alone.
     *
     * @param asked numbers of what policies ask of somebody and fits them at the end of the week
     * @param firstDays the days of the week on which these begin to
     */
    record Holding(
            BitSet asked,
            List<@Nullable LocalDate> firstDays,
            @Nullable GuestKind guest,
            List<@Nullable Object> state) {}

    private record Right(
            boolean guestUsable, boolean own, boolean heldByOwner, List<LineFact> lines, List<String> schedules) {
        static Right of(GrantFact grant) {
            return new Right(
                    grant.guestUsable(),
                    grant.via().stream().anyMatch(via -> via.kind() == AccessFacts.Via.Kind.IDENTIFIER),
                    grant.heldByOwner(),
                    grant.lines(),
                    grant.schedules().stream()
                            .map(AccessFacts.ScheduleFact::schedule)
                            .toList());
        }
    }

    /**
     * @param holding of the identifier
     * @param policies numbers of those that can hold at the device in that direction
     */
    Difference of(String identifier, Holding holding, Device device, @Nullable String accessPoint, BitSet policies) {
        // whoever is concerned at any time of the week is so at its end, when everything is oldest and longest unused
        AccessFacts facts = site.facts(identifier, device, accessPoint, null, from.plus(LENGTH));
        if (facts == null) {
            return Difference.NONE;
        }
        Alike alike = new Alike(
                holding,
                policies,
                accessPoint,
                device.locks(),
                facts.rulebook(),
                facts.live(),
                facts.grants().stream().map(Right::of).distinct().toList());
        Difference difference = known.get(alike);
        if (difference == null) {
            difference = compare(identifier, device, accessPoint);
            known.put(alike, difference);
        }
        return difference;
    }

    /** @param facts as they are at the end of the week, at whichever door */
    Holding holding(AccessFacts facts) {
        BitSet concerned = new BitSet(asked.size());
        List<@Nullable LocalDate> firstDays = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            PolicyHolders holders = asked.get(i);
            if (holders.fit(facts)) {
                concerned.set(i);
                firstDays.add(later(holders.firstDay(facts)));
            }
        }
        IdentifierFact identifier = Objects.requireNonNull(facts.identifier());
        return new Holding(
                concerned,
                firstDays,
                identifier.guest(),
                Arrays.asList(
                        identifier.validFrom(),
                        identifier.validUntil(),
                        identifier.maxPasses(),
                        identifier.passesUsed(),
                        identifier.revoked(),
                        identifier.suspended(),
                        Objects.requireNonNull(facts.holder()).suspended()));
    }

    /** The day, when the week does not begin after it. */
    private @Nullable LocalDate later(@Nullable LocalDate day) {
        return day != null && day.isAfter(firstDay) ? day : null;
    }

    private Difference compare(String identifier, Device device, @Nullable String accessPoint) {
        Key key = new Key(
                identifier, at -> Objects.requireNonNull(site.facts(identifier, device, accessPoint, null, at)));
        List<DoorSpan> before = follow(inForce, key);
        List<DoorSpan> after = follow(trial, key);
        return new Difference(only(after, before), only(before, after));
    }

    private List<DoorSpan> follow(AccessDecisionPoint rules, Key key) {
        return new DoorTimes(rules, DoorTimes.MOST).follow(List.of(key), from, from.plus(LENGTH));
    }

    /** How long some are open while the others are not. */
    private static Duration only(List<DoorSpan> some, List<DoorSpan> others) {
        return some.stream()
                .filter(DoorSpan::opens)
                .flatMap(open -> Stream.concat(
                        Stream.of(Duration.between(open.from(), open.until())),
                        others.stream().filter(DoorSpan::opens).map(other -> both(open, other)
                                .negated())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration both(DoorSpan one, DoorSpan other) {
        Instant begin = one.from().isAfter(other.from()) ? one.from() : other.from();
        Instant end = one.until().isBefore(other.until()) ? one.until() : other.until();
        return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
    }
}
