package dev.lintel.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.device.EventPriority;
import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.schedule.HolidayUse;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the audit keeps of rules: codes and the names of then, in no language, from which each reader is told a sentence. */
@Tag("RU-5")
class AuditedRulesIT extends RuledHouseIT {
    private static final Policy NIGHT = new Policy(
            new UUID(0, 1).toString(),
            "Night; deny, \"all\"",
            PolicyEffect.DENY,
            new PolicyHolders(
                    EnumSet.of(HolderKind.GUEST, HolderKind.COURIER),
                    Set.of("user"),
                    List.of("g1", "g3"),
                    Set.of(IdentifierType.QR)),
            new PolicyDoors(List.of("g3"), Set.of(), List.of("d3"), Set.of(), "in", Set.of(), true),
            new PolicyTimes(
                    EnumSet.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                    LocalTime.of(22, 0),
                    LocalTime.of(8, 0),
                    HolidayUse.EXCLUDED,
                    null,
                    null,
                    List.of("s1"),
                    new PolicyState(Set.of(), null, new PolicyState.Passback(null), null, null, null)),
            3,
            Map.of("en", "Come by day; please", "uk", "Приходьте вдень"));

    @Test
    void aPolicyIsKeptByItsPartsWithTheNamesOfThen() {
        draft(NIGHT);

        String kept = audited("policy " + NIGHT.name()).getFirst();
        assertThat(kept).doesNotContain("\"g3\"", "\"d3\"", "\"s1\"", NIGHT.id());
        Policy read = AuditedRules.policy(kept).orElseThrow();
        assertThat(read.effect()).isEqualTo(NIGHT.effect());
        assertThat(read.holders().groups()).containsExactly("Back yard", "House");
        assertThat(read.holders().kinds()).isEqualTo(NIGHT.holders().kinds());
        assertThat(read.doors().groups()).containsExactly("Back yard");
        assertThat(read.doors().devices()).containsExactly(house + "-3");
        assertThat(read.doors().accessPoint()).isEqualTo("in");
        assertThat(read.doors().sparesWayOut()).isTrue();
        assertThat(read.times().schedules()).containsExactly("Mornings");
        assertThat(read.times().days()).isEqualTo(NIGHT.times().days());
        assertThat(read.times().from()).isEqualTo(NIGHT.times().from());
        assertThat(read.times().state()).isEqualTo(NIGHT.times().state());
        assertThat(read.priority()).isEqualTo(3);
        assertThat(read.reasons()).isEqualTo(NIGHT.reasons());
    }

    @Test
    void onlyWhatIsAnotherIsKeptAndWhatPeopleAreToldBelongsToIt() {
        draft(NIGHT, Policies.couriersAtNight());
        Policy told = new Policy(
                NIGHT.id(),
                NIGHT.name(),
                NIGHT.effect(),
                // the same, in another order
                new PolicyHolders(
                        NIGHT.holders().kinds(),
                        NIGHT.holders().profiles(),
                        List.of("g3", "g1"),
                        NIGHT.holders().identifiers()),
                NIGHT.doors(),
                NIGHT.times(),
                NIGHT.priority(),
                NIGHT.reasons());
        draft(told, Policies.couriersAtNight());
        assertThat(audited("policy " + NIGHT.name())).hasSize(1);
        draft(
                new Policy(
                        told.id(),
                        told.name(),
                        told.effect(),
                        told.holders(),
                        told.doors(),
                        told.times(),
                        told.priority(),
                        Map.of("en", "No.")),
                Policies.couriersAtNight());
        assertThat(audited("policy " + NIGHT.name())).hasSize(2);
        assertThat(audited("policy Couriers at night")).hasSize(1);
    }

    @Test
    void tablesScenariosAndInvariantsAreKeptAlike() {
        PolicyTable table = new PolicyTable(
                new UUID(0, 2).toString(), "Hours", HitPolicy.UNIQUE, List.of(NIGHT.as(new UUID(0, 3).toString(), "")));
        OutcomeRow row = new OutcomeRow(
                new UUID(0, 4).toString(),
                Set.of(),
                new PolicyHolders(Set.of(), Set.of(), List.of("g3"), Set.of()),
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                Outcome.of(new GuestLimits(1, null, 0)));
        OutcomeTable limits =
                new OutcomeTable(new UUID(0, 5).toString(), "Limits", OutcomeKind.GUEST_LIMITS, List.of(row));
        OutcomeRow event = new OutcomeRow(
                new UUID(0, 6).toString(),
                Set.of("device_booted"),
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                new Outcome(null, null, null, null, EventPriority.HIGH, null));
        OutcomeTable events =
                new OutcomeTable(new UUID(0, 7).toString(), "Events", OutcomeKind.EVENT_PRIORITY, List.of(event));
        Scenario scenario = new Scenario(
                new UUID(0, 8).toString(),
                "By night",
                new RequestCase(
                        HolderKind.COURIER,
                        null,
                        List.of("g3"),
                        IdentifierType.QR,
                        "d3",
                        "in",
                        LocalDateTime.of(2026, 5, 3, 23, 0),
                        false,
                        true),
                null,
                Verdict.DENY,
                null);
        Invariant invariant = new Invariant(
                new UUID(0, 9).toString(),
                "Way out",
                Invariant.Kind.NEVER_KEPT_OUT,
                PolicyHolders.EVERYBODY,
                new PolicyDoors(List.of("g3"), Set.of(), List.of(), Set.of(), null),
                PolicyTimes.ALWAYS);
        rulebooks.draft(
                mary,
                project,
                new RuleSet(List.of(), List.of(table), List.of(limits, events), List.of(scenario), List.of(invariant)),
                null);

        assertThat(audited("table Hours")).containsExactly("unique");
        assertThat(audited("table Limits")).containsExactly("guest-limits");
        assertThat(AuditedRules.policy(audited("row 1 Hours").getFirst())
                        .orElseThrow()
                        .effect())
                .isEqualTo(PolicyEffect.DENY);
        AuditedRules.Row limit =
                AuditedRules.row(audited("row 1 Limits").getFirst()).orElseThrow();
        assertThat(limit.kind()).isEqualTo(OutcomeKind.GUEST_LIMITS);
        assertThat(limit.row().outcome()).isEqualTo(row.outcome());
        assertThat(limit.row().holders().groups()).containsExactly("Back yard");
        AuditedRules.Row judged =
                AuditedRules.row(audited("row 1 Events").getFirst()).orElseThrow();
        assertThat(judged.row().topics()).containsExactly("device_booted");
        assertThat(judged.row().outcome().priority()).isEqualTo(EventPriority.HIGH);
        Scenario told =
                AuditedRules.scenario(audited("scenario By night").getFirst()).orElseThrow();
        assertThat(told.expected()).isEqualTo(Verdict.DENY);
        assertThat(told.told()).isNotNull().satisfies(request -> {
            assertThat(request.device()).isEqualTo(house + "-3");
            assertThat(request.groups()).containsExactly("Back yard");
            assertThat(request.at()).isEqualTo(LocalDateTime.of(2026, 5, 3, 23, 0));
            assertThat(request.allowed()).isTrue();
        });
        assertThat(AuditedRules.invariant(audited("invariant Way out").getFirst())
                        .orElseThrow()
                        .kind())
                .isEqualTo(Invariant.Kind.NEVER_KEPT_OUT);
    }

    @Test
    void whatWasKeptAsATextBeforeIsNoneOfThese() {
        String text = "deny; kinds courier; 22:00 to 08:00; holidays ignored; priority 0";
        assertThat(AuditedRules.policy(text)).isEmpty();
        assertThat(AuditedRules.row(text)).isEmpty();
        assertThat(AuditedRules.scenario(text)).isEmpty();
        assertThat(AuditedRules.invariant(text)).isEmpty();
        assertThat(AuditedRules.policy("{\"effect\":\"EXPLODE\"}")).isEmpty();
        assertThat(AuditedRules.policy("{")).isEmpty();
        assertThat(AuditedRules.row("{\"kind\":\"NEVER_OPENS\"}")).isEmpty();
    }
}
