package dev.lintel.routes.rest;

import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.rulebook.CaseTraits;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import dev.lintel.domain.rulebook.Situation;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is going on at a door, as people tell it. */
@Schema(name = "Situation", description = "What is going on at the door; what is missing is not.")
record SituationView(
        @Schema(allowableValues = {"normal", "elevated", "lockdown", "evacuation"}) @Nullable
        String threat,

        @Schema(description = "So many attempts failed at the door within so many minutes.") @Nullable
        List<PolicyStateView.Failures> failures,

        @Schema(description = "So many minutes ago the holder went the same way: 1 to 1441") @Nullable
        Integer sameWay,

        @Schema(description = "How many people are inside, by their profiles; an empty name is any other.") @Nullable
        Map<String, Integer> inside,

        @Schema(description = "Who presented a second credential a moment ago: other-person, same-person.") @Nullable
        List<String> second,

        @Schema(description = "Whether another door of the area was opened a moment ago.") @Nullable
        Boolean otherDoor) {
    static @Nullable SituationView of(Situation situation) {
        return situation.equals(Situation.CALM)
                ? null
                : new SituationView(
                        WireName.of(situation.threat()),
                        situation.failures().stream()
                                .map(PolicyStateView.Failures::of)
                                .toList(),
                        situation.sameWay(),
                        new TreeMap<>(situation.inside()),
                        PolicyView.words(situation.second()),
                        situation.otherDoor());
    }

    /** @param at where it stands in the body, for the names of fields */
    Situation situation(String at) {
        return new Situation(
                Objects.requireNonNullElse(Words.choice(at + "threat", ThreatLevel.class, threat), ThreatLevel.NORMAL),
                Objects.requireNonNullElse(failures, List.<PolicyStateView.Failures>of()).stream()
                        .map(PolicyStateView.Failures::failures)
                        .toList(),
                sameWay,
                Objects.requireNonNullElse(inside, Map.of()),
                PolicyView.constants(at + "second", Whose.class, second),
                Boolean.TRUE.equals(otherDoor));
    }

    /** What else there is to say of the holder and the day. */
    @Schema(name = "RequestTraits")
    record Traits(
            @Schema(description = "Id of the owner's marker.") @Nullable
            String marker,

            @Schema(description = "Whether the owner belongs to the family of a main user.") @Nullable
            Boolean family,

            @Schema(description = "For how many days the identifier is known.") @Nullable
            Integer age,

            @Schema(description = "For how many days it has not been used; missing is never.") @Nullable
            Integer unused,

            @Schema(description = "Whether the day before is a holiday; missing is what the calendars say.") @Nullable
            Boolean holidayBefore,

            @Schema(
                    description =
                            "Ids of the schedules that are open, of those that policies name; missing is what they say at"
                                    + " that time.")
            @Nullable
            List<String> open) {
        static @Nullable Traits of(CaseTraits traits) {
            return traits.equals(CaseTraits.PLAIN)
                    ? null
                    : new Traits(
                            traits.marker(),
                            traits.family(),
                            traits.age(),
                            traits.unused(),
                            traits.holidayBefore(),
                            traits.open() == null
                                    ? null
                                    : traits.open().stream().sorted().toList());
        }

        /** @param at where it stands in the body, for the names of fields */
        CaseTraits traits(String at) {
            return new CaseTraits(
                    marker,
                    Boolean.TRUE.equals(family),
                    Objects.requireNonNullElse(age, 0),
                    unused,
                    holidayBefore,
                    open == null ? null : Set.copyOf(PolicyView.texts(at + "open", open)));
        }
    }
}
