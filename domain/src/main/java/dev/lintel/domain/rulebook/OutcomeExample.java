package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.ClockFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a table about something else than doors can be asked, told as people tell it. What is null is nobody's, nowhere
 * or not asked.
 *
 * @param topic what it is about, one word as {@link OutcomeTopics} say it; of a pass its reason; empty is an event that no row
 *     names
 * @param kind for whom a pass is
 * @param identifier what a pass is
 * @param profile of whom it is about
 * @param groups ids of theirs; those above belong to them
 * @param marker id of theirs
 * @param family what they are in a family; null where nobody is known to whom it happens
 * @param device id of the device that it is about
 * @param at by the clock of the project
 * @param holiday whether that day is one
 * @param holidayBefore whether the day before is one; null is what the calendars say
 * @param open ids of the schedules that are open, of those that rows name; null is what they say at that time
 */
public record OutcomeExample(
        @Nullable String topic,
        @Nullable HolderKind kind,
        @Nullable IdentifierType identifier,
        @Nullable String profile,
        List<String> groups,
        @Nullable String marker,
        @Nullable FamilyRole family,
        @Nullable String device,
        @Nullable LocalDateTime at,
        boolean holiday,
        @Nullable Boolean holidayBefore,
        @Nullable Set<String> open) {
    /** Nothing told yet. */
    public static final OutcomeExample NOTHING =
            new OutcomeExample(null, null, null, null, List.of(), null, null, null, null, false, null, null);

    private static final String SOMEBODY = "";

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public OutcomeExample {
        groups = groups == null ? List.of() : List.copyOf(groups);
        open = open == null ? null : Set.copyOf(open);
    }

    /** Whether anything is told of whom it is about. */
    boolean tellsOfSomebody() {
        return family != null || profile != null || marker != null || !groups.isEmpty();
    }

    OutcomeExample with(FamilyRole role) {
        return new OutcomeExample(
                topic, kind, identifier, profile, groups, marker, role, device, at, holiday, holidayBefore, open);
    }

    /**
     * As a table is asked.
     *
     * @param site whose facts tell what the table asks
     * @param now the moment, where none is told
     * @return null when the project has no such device
     */
    @Nullable
    OutcomeQuestion asked(OutcomeKind about, SiteSnapshot site, Instant now) {
        Device where = device == null ? null : site.device(device);
        if (device != null && where == null) {
            return null;
        }
        ZoneId zone = site.project().timeZone();
        Instant instant = at == null ? now : at.atZone(zone).toInstant();
        AccessFacts facts = new AccessFacts(
                instant,
                null,
                null,
                Objects.requireNonNullElse(identifier, IdentifierType.CARD),
                where == null ? null : site.fact(where),
                family == null ? null : new IdentifierFact(SOMEBODY, null, null, null, 0, false, false, guest()),
                family == null ? null : holder(site),
                List.of(),
                0,
                new ClockFact(
                        zone,
                        holiday,
                        RequestCase.holidayBefore(
                                holidayBefore,
                                LocalDateTime.ofInstant(instant, zone).toLocalDate(),
                                site)),
                null,
                RequestCase.schedules(open, site.askedSchedules(instant)),
                null);
        return new OutcomeQuestion(topic == null ? Set.of() : OutcomeTopics.asked(about, topic), facts);
    }

    private @Nullable GuestKind guest() {
        return kind == HolderKind.COURIER ? GuestKind.COURIER : kind == HolderKind.GUEST ? GuestKind.GUEST : null;
    }

    private HolderFact holder(SiteSnapshot site) {
        return site.somebody(Objects.requireNonNullElse(profile, ""), groups, family == FamilyRole.MEMBER, marker);
    }
}
