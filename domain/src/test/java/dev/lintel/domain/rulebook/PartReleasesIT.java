package dev.lintel.domain.rulebook;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static dev.lintel.domain.rulebook.Policies.closed;
import static dev.lintel.domain.rulebook.Policies.couriersAtNight;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.WantedFacts;
import dev.lintel.domain.access.matrix.DoorSpan;
import dev.lintel.domain.access.matrix.DoorWeekQuery;
import dev.lintel.domain.group.GroupEdits;
import dev.lintel.domain.group.GroupFields;
import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.guestpass.GuestLimitTable;
import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.NamedInRules.DecidingFirst;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.rulebook.PolicyImpact.Touched;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import dev.lintel.domain.rulebook.report.RuleReports;
import dev.lintel.domain.site.GroupDeletions;
import dev.lintel.domain.site.SiteFileException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules that decide in one building first. */
@Tag("RU-5")
class PartReleasesIT extends RuledHouseIT {
    private static final Policy FRONT = closed("g1", "d1").as(new UUID(0, 1).toString(), "Front");
    private static final Policy BACK = closed("g1", "d3").as(new UUID(0, 2).toString(), "Back");

    @Autowired
    AccessDirectory directory;

    @Autowired
    RulebooksInForce nodes;

    @Autowired
    PolicyImpacts impacts;

    @Autowired
    DraftWeeks weeks;

    @Autowired
    RuleReports reports;

    @Autowired
    DueReleases due;

    @Autowired
    DenialWatches watches;

    @Autowired
    GroupEdits edits;

    @Autowired
    GroupDeletions deletions;

    @Autowired
    GuestLimitTable limitTable;

    @Test
    void theNewVersionDecidesInOneGroupAndTheOneBeforeElsewhere() {
        RulebookVersion first = inForce(couriersAtNight());
        RulebookVersion part = inPart(FRONT, BACK);
        assertThat(part.state()).isEqualTo(State.IN_PART);
        assertThat(part.standing().groupName()).isEqualTo("Back yard");
        assertThat(ask(3)).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(ask(1)).isEqualTo(ReasonCode.GRANTED);
        assertThat(versions())
                .containsExactly(part.rulebook().version(), first.rulebook().version());
        assertThat(rulebooks.inForce(mary, project).orElseThrow().number()).isEqualTo(first.number());
        assertThat(rulebooks.inPart(mary, project).orElseThrow().number()).isEqualTo(part.number());
        assertThat(audited("group")).contains("Back yard");

        // so it is after a start and at every node
        directory.rulebook(project, null, WantedFacts.NONE);
        assertThat(ask(3)).isEqualTo(ReasonCode.GRANTED);
        nodes.heard("");
        assertThat(ask(3)).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(ask(1)).isEqualTo(ReasonCode.GRANTED);

        clock.forward(Duration.ofHours(1));
        RulebookVersion everywhere = rulebooks.spread(mary, project);
        assertThat(everywhere.number()).isEqualTo(part.number());
        assertThat(everywhere.standing().everywhere()).isEqualTo(clock.instant());
        assertThat(ask(1)).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(rulebooks.inPart(mary, project)).isEmpty();
        assertThat(rulebooks.version(mary, project, first.number()).state()).isEqualTo(State.RETIRED);
        assertThat(reports.inForce(mary, project, START.plusSeconds(1800))
                        .orElseThrow()
                        .number())
                .isEqualTo(first.number());
    }

    @Test
    void whatIsTakenBackNeverDecidedEverywhere() {
        RulebookVersion first = inForce(couriersAtNight());
        RulebookVersion part = inPart(FRONT, BACK);
        rulebooks.takeBackPart(mary, project);
        assertThat(ask(3)).isEqualTo(ReasonCode.GRANTED);
        assertThat(rulebooks.version(mary, project, part.number()).state()).isEqualTo(State.RETIRED);
        assertThatThrownBy(() -> rulebooks.takeBackPart(mary, project)).isInstanceOf(NoSuchRulebookException.class);
        assertThatThrownBy(() -> rulebooks.spread(mary, project)).isInstanceOf(NoSuchRulebookException.class);
        assertThatThrownBy(() -> rulebooks.rollBack(mary, project, part.number()))
                .isInstanceOf(NoSuchRulebookException.class);
        assertThat(reports.changes(mary, project, START.minusSeconds(1), START.plusSeconds(1)))
                .extracting(change -> change.version().number())
                .containsExactly(first.number());
    }

    @Test
    void rollingBackTakesItBackAsWell() {
        RulebookVersion first = inForce(couriersAtNight());
        RulebookVersion second = inForce(couriersAtNight(), FRONT);
        inPart(BACK);
        // what is in force is so again where it was not
        assertThat(rulebooks.rollBack(mary, project, second.number()).number()).isEqualTo(second.number());
        assertThat(ask(3)).isEqualTo(ReasonCode.GRANTED);
        assertThat(ask(1)).isEqualTo(ReasonCode.POLICY_DENIED);
        inPart(BACK);
        rulebooks.rollBack(mary, project, first.number());
        assertThat(rulebooks.inPart(mary, project)).isEmpty();
        assertThat(ask(3)).isEqualTo(ReasonCode.GRANTED);
        assertThat(ask(1)).isEqualTo(ReasonCode.GRANTED);
    }

    @Test
    void denialsOfThePartAloneTakeItBackByItself() {
        inForce(couriersAtNight(), FRONT);
        watches.watch(mary, project, new DenialWatch(2, 3));
        RulebookVersion part = inPart(FRONT, BACK);
        for (int i = 0; i < 9; i++) {
            ask(1);
        }
        ask(3);
        clock.forward(Duration.ofMinutes(61));
        watches.look();
        assertThat(rulebooks.inPart(mary, project)).isPresent();
        rulebooks.takeBackPart(mary, project);

        RulebookVersion again = inPart(FRONT, BACK);
        assertThat(again.number()).isGreaterThan(part.number());
        for (int i = 0; i < 4; i++) {
            assertThat(ask(3)).isEqualTo(ReasonCode.POLICY_DENIED);
        }
        watches.look();
        assertThat(rulebooks.inPart(mary, project)).isEmpty();
        assertThat(requireNonNull(rulebooks
                                .version(mary, project, again.number())
                                .standing()
                                .takenBack())
                        .denials())
                .isEqualTo(4);
        assertThat(ask(3)).isEqualTo(ReasonCode.GRANTED);
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatADraftWouldDoIsHeldAgainstWhatDecidesThere() {
        inForce(couriersAtNight());
        inPart(FRONT, BACK);
        // the back door is shut already, and the front door would be
        assertThat(impacts.of(mary, project, RuleSet.of(List.of(FRONT, BACK))).touched())
                .extracting(Touched::deviceId)
                .containsExactly("d1");
        assertThat(impacts.of(mary, project, RuleSet.of(List.of(couriersAtNight())))
                        .touched())
                .extracting(Touched::deviceId)
                .containsExactly("d3");
        DoorWeekQuery back = new DoorWeekQuery(project, "u1", null, "d3", "in", 1, null);
        DoorWeekQuery front = new DoorWeekQuery(project, "u1", null, "d1", "in", 1, null);
        assertThat(weeks.week(mary, back).orElseThrow().spans()).noneMatch(DoorSpan::opens);
        assertThat(weeks.week(mary, front).orElseThrow().spans()).anyMatch(DoorSpan::opens);
    }

    @Test
    void nothingElseComesIntoForceBesideIt() {
        RulebookVersion draft = draft(BACK);
        ReleaseWish nowhere = new ReleaseWish(ids(BACK), null, "nowhere");
        assertThat(reasons(() -> releases.publish(mary, project, draft.edition(), nowhere)))
                .containsExactly(Reason.UNKNOWN);
        inPart(BACK);
        // whoever writes on begins with it
        assertThat(rulebooks.written(mary, project).policies()).containsExactly(BACK);
        assertThat(reasons(() -> inForce(FRONT))).containsExactly(Reason.ANOTHER_IN_PART);
        assertThatThrownBy(() -> rulebooks.spread(TestActors.ofProject(project, Permission.RULE_VIEW), project))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() ->
                        rulebooks.takeBackPart(TestActors.ofProject(project + 1, Permission.RULE_PUBLISH), project))
                .isInstanceOf(NoSuchRulebookException.class);
    }

    @Test
    void theGroupInWhichItDecidesFirstStaysUntilThen() {
        edits.create(mary, project, "g1", new GroupFields(GroupType.BUILDING, "Yards", null, ""))
                .ifPresent(yards -> edits.move(mary, project, "g3", yards.id()));
        String yards = requireNonNull(requireNonNull(directory.site(project)).group("g3"))
                .parent();
        RulebookVersion part = inPart(BACK);
        DecidingFirst deciding = new DecidingFirst(part.number(), "Back yard");

        for (String group : List.of("g3", requireNonNull(yards))) {
            assertThat(deletions.plan(mary, project, group).orElseThrow().decidingFirst())
                    .isEqualTo(deciding);
            assertThatThrownBy(() -> deletions.delete(mary, project, group, ""))
                    .isInstanceOfSatisfying(GroupRefusedException.class, refused -> {
                        assertThat(refused.reason()).isEqualTo(GroupRefusedException.Reason.RULES_DECIDE_FIRST);
                        assertThat(refused.given()).isEqualTo(Integer.toString(part.number()));
                    });
        }
        assertThat(deletions.plan(mary, project, "g2").orElseThrow().decidingFirst())
                .isNull();
        // a file that removes what it does not mention is no way round it
        assertThatThrownBy(() -> sites.load(Actor.server(), file(house(house)), true, progress -> {}))
                .isInstanceOfSatisfying(SiteFileException.class, refused -> assertThat(
                                refused.problems().getFirst().reason())
                        .contains("\"Back yard\"", "version " + part.number()));
        assertThat(ask(3)).isEqualTo(ReasonCode.POLICY_DENIED);

        rulebooks.takeBackPart(mary, project);
        assertThat(deletions.delete(mary, project, yards, "")).isPresent();
        assertThat(reasons(() -> inPart(BACK))).containsExactly(Reason.UNKNOWN);
    }

    @Test
    void tablesAboutOtherThingsWaitUntilItIsInForceEverywhere() {
        OutcomeTable limits = new OutcomeTable(
                new UUID(0, 3).toString(),
                "Limits",
                OutcomeKind.GUEST_LIMITS,
                List.of(new OutcomeRow(
                        new UUID(0, 4).toString(),
                        Set.of(),
                        PolicyHolders.EVERYBODY,
                        PolicyDoors.EVERY,
                        PolicyTimes.ALWAYS,
                        Outcome.of(new GuestLimits(1, null, null)))));
        ReleaseWish wish = new ReleaseWish(ids(BACK), null, "g3");
        RulebookVersion alone = rulebooks.draft(mary, project, RuleSet.EMPTY.withOutcomes(List.of(limits)), null);
        assertThat(reasons(() -> releases.publish(mary, project, alone.edition(), wish)))
                .containsExactly(Reason.NOT_AT_DOORS);

        RulebookVersion both = rulebooks.draft(
                mary, project, RuleSet.of(List.of(BACK)).withOutcomes(List.of(limits)), alone.edition());
        releases.publish(mary, project, both.edition(), wish);
        assertThat(ask(3)).isEqualTo(ReasonCode.POLICY_DENIED);
        assertThat(limitTable.of(project, "u1", GuestKind.GUEST, IdentifierType.QR))
                .isEmpty();
        rulebooks.spread(mary, project);
        assertThat(limitTable
                        .of(project, "u1", GuestKind.GUEST, IdentifierType.QR)
                        .orElseThrow()
                        .limits()
                        .days())
                .isEqualTo(1);
    }

    @Test
    void itCanBePlannedForAMoment() {
        ReleaseWish wish = new ReleaseWish(ids(BACK), START.plusSeconds(60), "g3");
        releases.publish(mary, project, draft(BACK).edition(), wish);
        assertThat(rulebooks.planned(mary, project).orElseThrow().group()).isEqualTo("g3");
        clock.forward(Duration.ofSeconds(60));
        await().until(() -> {
            due.publishDue();
            return rulebooks.planned(mary, project).isEmpty();
        });
        assertThat(rulebooks.inPart(mary, project)).isPresent();
        assertThat(ask(3)).isEqualTo(ReasonCode.POLICY_DENIED);
    }

    private RulebookVersion inPart(Policy... policies) {
        Set<String> confirmed = ids(policies);
        return releases.publish(mary, project, draft(policies).edition(), new ReleaseWish(confirmed, null, "g3"));
    }

    /** By what the last two requests were decided: at the back door and at the front door. */
    private List<String> versions() {
        return jdbc.queryForList(
                "select facts ->> 'rulebook' from acs_log where project_id = ? order by id", String.class, project);
    }
}
