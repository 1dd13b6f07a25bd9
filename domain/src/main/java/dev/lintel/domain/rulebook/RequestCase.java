package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.ClockFact;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.Way;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A request that may never have been made, told as people tell it: a courier with a code, at the door of the garage, on Sunday at
 * 23:00.
 *
 * @param profile of the owner; null is nobody's in particular, which no policy for a profile fits
 * @param groups ids of the groups that the owner belongs to; those above belong to them
 * @param device id of the device
 * @param accessPoint the direction; null is none
 * @param at by the clock of the project
 * @param holiday whether that day is one
 * @param allowed whether a restriction lets them in there at that time; policies can keep them out all the same
 * @param situation what is going on there
 * @param traits what else there is to say of them
 */
public record RequestCase(
        HolderKind kind,
        @Nullable String profile,
        List<String> groups,
        IdentifierType identifier,
        String device,
        @Nullable String accessPoint,
        LocalDateTime at,
        boolean holiday,
        boolean allowed,
        Situation situation,
        CaseTraits traits) {
    private static final String SOMEBODY = "";

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public RequestCase {
        groups = groups == null ? List.of() : List.copyOf(groups);
        situation = situation == null ? Situation.CALM : situation;
        traits = traits == null ? CaseTraits.PLAIN : traits;
    }

    /** Somebody plain, while nothing is going on. */
    public RequestCase(
            HolderKind kind,
            @Nullable String profile,
            List<String> groups,
            IdentifierType identifier,
            String device,
            @Nullable String accessPoint,
            LocalDateTime at,
            boolean holiday,
            boolean allowed) {
        this(
                kind,
                profile,
                groups,
                identifier,
                device,
                accessPoint,
                at,
                holiday,
                allowed,
                Situation.CALM,
                CaseTraits.PLAIN);
    }

    /**
     * All that a decision about it rests on.
     *
     * @return null when the project has no such device
     */
    public @Nullable AccessFacts facts(SiteSnapshot site) {
        Device where = site.device(device);
        if (where == null) {
            return null;
        }
        GuestKind guest =
                switch (kind) {
                    case RESIDENT -> null;
                    case GUEST -> GuestKind.GUEST;
                    case COURIER -> GuestKind.COURIER;
                };
        GrantFact right = new GrantFact(
                SOMEBODY,
                true,
                true,
                List.of(new Via(Via.Kind.IDENTIFIER, SOMEBODY)),
                List.of(new LineFact(
                        null, IntStream.rangeClosed(1, where.locks()).boxed().toList())),
                List.of());
        Instant instant = at.atZone(site.project().timeZone()).toInstant();
        return new AccessFacts(
                instant,
                accessPoint,
                null,
                identifier,
                site.fact(where),
                new IdentifierFact(
                        SOMEBODY,
                        null,
                        null,
                        null,
                        0,
                        false,
                        false,
                        guest,
                        at.toLocalDate().minusDays(traits.age()),
                        traits.unused() == null ? null : at.toLocalDate().minusDays(traits.unused())),
                site.somebody(profile == null ? "" : profile, groups, traits.family(), traits.marker()),
                allowed ? List.of(right) : List.of(),
                0,
                new ClockFact(
                        site.project().timeZone(),
                        holiday,
                        holidayBefore(traits.holidayBefore(), at.toLocalDate(), site)),
                null,
                schedules(traits.open(), site.askedSchedules(instant)),
                situation.live(instant, Way.of(accessPoint)));
    }

    /** @param open ids of those that are; null is what they say themselves */
    static List<ScheduleFact> schedules(@Nullable Set<String> open, List<ScheduleFact> asked) {
        return open == null
                ? asked
                : asked.stream()
                        .map(one -> new ScheduleFact(one.schedule(), open.contains(one.schedule()), null))
                        .toList();
    }

    /** What began on the evening before is asked of the day before. */
    static boolean holidayBefore(@Nullable Boolean told, LocalDate day, SiteSnapshot site) {
        return told == null ? site.holidays().on(day.minusDays(1)).isPresent() : told;
    }
}
