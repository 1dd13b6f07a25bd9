package dev.lintel.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.report.PolicyCount;
import dev.lintel.domain.rulebook.report.ReportRefusedException;
import dev.lintel.domain.rulebook.report.RuleReports;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What policies oblige to that leaves the answer as it is. */
@Tag("RU-1")
class PolicyObligationsIT extends RuledHouseIT {
    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);

    @Autowired
    AcsLog log;

    @Autowired
    RuleReports reports;

    @Test
    void whatIsFlaggedIsFoundInTheLog() {
        ask(1);
        inForce(policy("Look at it", PolicyEffect.FLAG), policy("And at this", PolicyEffect.FLAG));
        assertThat(ask(1)).isEqualTo(ReasonCode.GRANTED);

        assertThat(entries("flagged:is:true")).singleElement().satisfies(entry -> assertThat(entry.flags())
                .containsExactly("Look at it", "And at this"));
        assertThat(entries("flagged:is:false")).singleElement().satisfies(entry -> assertThat(entry.flags())
                .isEmpty());
    }

    @Test
    void whatIsCountedIsAddedUpByTheDaysOfTheProject() {
        inForce(policy("Passes", PolicyEffect.COUNT), closed(3));
        ask(1);
        ask(1);
        assertThat(ask(3)).isEqualTo(ReasonCode.POLICY_DENIED);
        // 23:30 UTC is past midnight by the clock of the house
        clock.forward(Duration.ofMinutes(13 * 60 + 30));
        ask(1);

        await().untilAsserted(() -> assertThat(reports.counted(mary, project, 2))
                .extracting(PolicyCount::name, PolicyCount::day, PolicyCount::opened, PolicyCount::keptShut)
                .containsExactly(tuple("Passes", MONDAY.plusDays(1), 1, 0), tuple("Passes", MONDAY, 2, 1)));
        assertThat(reports.counted(mary, project, 1)).hasSize(1);
        assertThatThrownBy(() -> reports.counted(mary, project, 0)).isInstanceOf(ReportRefusedException.class);
        assertThatThrownBy(() -> reports.counted(TestActors.ofProject(project + 1, Permission.RULE_VIEW), project, 1))
                .isInstanceOf(NoSuchRulebookException.class);
    }

    private List<AcsLogEntry> entries(String filter) {
        ListQuery<AcsLogEntry> query = QueryText.read(log.listing(), Map.of("filter", List.of(filter)));
        return log.newest(mary, query, 10);
    }

    private static Policy policy(String name, PolicyEffect effect) {
        return new Policy(
                UUID.randomUUID().toString(),
                name,
                effect,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                0,
                Map.of());
    }

    private static Policy closed(int device) {
        return Policies.closed("g1", "d" + device);
    }
}
