package dev.lintel.routes.rest;

import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyState.Whose;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is going on at the door. */
@Schema(
        name = "PolicyState",
        description =
                "In what situation a policy holds. An area is the group in which the door stands; who is inside is known"
                        + " since four in the morning.")
record PolicyStateView(
        @Schema(description = "normal, elevated, lockdown, evacuation: the level at the door is one of them") @Nullable
        List<String> threats,

        @Schema(description = "So many attempts with what nobody has were made at the door lately.") @Nullable
        Failures failures,

        @Schema(description = "The holder went the same way last.") @Nullable
        Passback passback,

        @Schema(description = "So many people are inside; one of the two numbers is given.") @Nullable
        Inside inside,

        @Schema(description = "No second credential was presented at the door just before.") @Nullable
        Second second,

        @Schema(description = "Another door of the area was opened just before.") @Nullable
        Interlock interlock) {
    /** Attempts that failed. */
    @Schema(name = "FailedAttempts")
    record Failures(
            @Schema(description = "1 to 20", example = "5") @Nullable
            Integer count,

            @Schema(description = "1 to 60", example = "10") @Nullable
            Integer minutes) {
        static Failures of(PolicyState.Failures failed) {
            return new Failures(failed.count(), failed.minutes());
        }

        PolicyState.Failures failures() {
            return new PolicyState.Failures(
                    Objects.requireNonNullElse(count, 0), Objects.requireNonNullElse(minutes, 0));
        }
    }

    /** Anti-passback. */
    @Schema(name = "Passback")
    record Passback(
            @Schema(description = "1 to 1440; missing is since four in the morning", example = "5") @Nullable
            Integer minutes) {}

    /** Occupancy. */
    @Schema(name = "Inside")
    record Inside(
            @Schema(description = "Names of the profiles that count; none is everybody.") @Nullable
            List<String> profiles,

            @Schema(description = "1 to 100000", example = "50") @Nullable
            Integer atLeast,

            @Schema(description = "1 to 100000") @Nullable Integer fewerThan) {}

    /** A second credential. */
    @Schema(name = "SecondCredential")
    record Second(
            @Schema(allowableValues = {"other-person", "same-person"}) @Nullable
            String whose,

            @Schema(description = "1 to 300", example = "30") @Nullable
            Integer seconds) {}

    /** Doors that exclude each other. */
    @Schema(name = "Interlock")
    record Interlock(
            @Schema(description = "1 to 300", example = "10") @Nullable
            Integer seconds) {}

    static @Nullable PolicyStateView of(PolicyState state) {
        PolicyState.Failures failed = state.failures();
        PolicyState.Passback passback = state.passback();
        PolicyState.Inside inside = state.inside();
        PolicyState.Second second = state.second();
        PolicyState.Interlock interlock = state.interlock();
        return state.isAny()
                ? null
                : new PolicyStateView(
                        PolicyView.words(state.threats()),
                        failed == null ? null : Failures.of(failed),
                        passback == null ? null : new Passback(passback.minutes()),
                        inside == null
                                ? null
                                : new Inside(
                                        inside.profiles().stream().sorted().toList(),
                                        inside.atLeast(),
                                        inside.fewerThan()),
                        second == null ? null : new Second(WireName.of(second.whose()), second.seconds()),
                        interlock == null ? null : new Interlock(interlock.seconds()));
    }

    /** @param at where it stands in the body, for the names of fields */
    PolicyState state(String at) {
        return new PolicyState(
                PolicyView.constants(at + "threats", ThreatLevel.class, threats),
                failures == null ? null : failures.failures(),
                passback == null ? null : new PolicyState.Passback(passback.minutes()),
                inside == null
                        ? null
                        : new PolicyState.Inside(
                                Set.copyOf(PolicyView.texts(at + "inside.profiles", inside.profiles())),
                                inside.atLeast(),
                                inside.fewerThan()),
                second == null ? null : second(at + "second.", second),
                interlock == null
                        ? null
                        : new PolicyState.Interlock(Objects.requireNonNullElse(interlock.seconds(), 0)));
    }

    private static PolicyState.Second second(String at, Second wanted) {
        Whose whose = Words.choice(at + "whose", Whose.class, Words.required(at + "whose", wanted.whose()));
        return new PolicyState.Second(Objects.requireNonNull(whose), Objects.requireNonNullElse(wanted.seconds(), 0));
    }
}
