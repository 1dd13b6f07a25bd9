package dev.lintel.domain.rulebook;

import static dev.lintel.domain.TestSites.file;
import static dev.lintel.domain.TestSites.house;
import static dev.lintel.domain.rulebook.Policies.closed;
import static dev.lintel.domain.rulebook.Policies.couriersAtNight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.Together;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.notification.Notification;
import dev.lintel.domain.notification.NotificationKind;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules that come into force at a moment, once, or of which people are told why not. */
@Tag("RU-5")
class DueReleasesIT extends RuledHouseIT {
    private static final Instant EVENING = START.plus(Duration.ofHours(8));

    @Autowired
    DueReleases due;

    @Test
    void rulesComeIntoForceAtTheirMomentAndNotBefore() {
        Policy policy = closed("g1", "d1");
        RulebookVersion draft = planned(policy);
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(rulebooks.planned(mary, project)).hasValueSatisfying(plan -> {
            assertThat(plan.number()).isEqualTo(draft.number());
            assertThat(plan.due()).isEqualTo(EVENING);
            assertThat(plan.by()).isEqualTo(mary.name());
            assertThat(plan.failed()).isNull();
        });

        clock.set(EVENING.minusSeconds(1));
        due.publishDue();
        assertThat(ask(1)).isEqualTo(ReasonCode.GRANTED);

        clock.set(EVENING);
        publishDue();
        assertThat(ask(1)).isEqualTo(ReasonCode.POLICY_DENIED);
        RulebookVersion version = rulebooks.inForce(mary, project).orElseThrow();
        assertThat(version.number()).isEqualTo(draft.number());
        assertThat(version.publishedBy()).isEqualTo(mary.name());
        assertThat(version.published()).isEqualTo(EVENING);
        assertThat(rulebooks.planned(mary, project)).isEmpty();
        assertThat(told()).isEmpty();
        assertThat(audited("takesEffect")).containsExactly(EVENING.toString());
    }

    @Test
    void severalNodesPutThemInForceOnce() throws Exception {
        planned(closed("g1", "d1"));
        clock.set(EVENING);
        Together.run(4, () -> {
            due.publishDue();
            return true;
        });
        publishDue();
        assertThat(rulebooks.history(mary, project)).hasSize(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsCalledOffStaysADraft() {
        RulebookVersion draft = planned(closed("g1", "d1"));
        Actor reader = TestActors.ofProject(project, Permission.RULE_VIEW);
        assertThatThrownBy(() -> rulebooks.callOff(reader, project)).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> rulebooks.callOff(TestActors.ofProject(project + 1, Permission.RULE_PUBLISH), project))
                .isInstanceOf(NoSuchRulebookException.class);
        rulebooks.callOff(mary, project);
        assertThatThrownBy(() -> rulebooks.callOff(mary, project)).isInstanceOf(NoSuchRulebookException.class);

        clock.set(EVENING);
        publishDue();
        assertThat(rulebooks.inForce(mary, project)).isEmpty();
        assertThat(rulebooks.open(mary, project).orElseThrow().number()).isEqualTo(draft.number());
    }

    @Test
    void whoeverChangesThePlannedDraftCallsItOff() {
        planned(closed("g1", "d1"));
        draft(couriersAtNight());
        assertThat(rulebooks.planned(mary, project)).isEmpty();
        planned(closed("g1", "d1"));
        rulebooks.discard(mary, project);
        assertThat(rulebooks.planned(mary, project)).isEmpty();
        clock.set(EVENING);
        publishDue();
        assertThat(rulebooks.history(mary, project)).isEmpty();
    }

    @Test
    void whatNoLongerWorksThenIsToldWithTheReason() throws Exception {
        RulebookVersion draft = planned(closed("g1", "d3"));
        sites.load(
                Actor.server(),
                file(house(house)
                        + "{\"kind\":\"user\",\"id\":\"boss\",\"name\":\"Mary Boss\",\"email\":\"" + mary.name()
                        + "\",\"groups\":[\"g1\"],"
                        + "\"profile\":\"company-administrator\"}"),
                true,
                progress -> {});
        clock.set(EVENING);
        Together.run(3, () -> {
            due.publishDue();
            return true;
        });
        publishDue();
        RulebookPlan plan = rulebooks.planned(mary, project).orElseThrow();
        assertThat(plan.failed()).isEqualTo(EVENING);
        assertThat(plan.problems()).extracting(Problem::reason).containsExactly(Reason.UNKNOWN);
        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(NotificationKind.RULES_NOT_IN_FORCE);
            assertThat(told.recordName()).isEqualTo(house);
            assertThat(told.recordId()).isEqualTo(Integer.toString(draft.number()));
            assertThat(told.detail()).startsWith("UNKNOWN");
        });
        assertThat(rulebooks.inForce(mary, project)).isEmpty();

        due.publishDue();
        assertThat(told()).extracting(Notification::kind).hasSize(1);
    }

    @Test
    void whoMayNoLongerPublishDoesNotPublishLater() {
        planned(closed("g1", "d1"));
        jdbc.update("update person set suspended = true where project_id = ? and id = 'boss'", project);
        clock.set(EVENING);
        publishDue();
        assertThat(rulebooks.planned(mary, project).orElseThrow().problems())
                .extracting(Problem::reason)
                .containsExactly(Reason.NO_LONGER_ALLOWED);
        assertThat(ask(1)).isEqualTo(ReasonCode.GRANTED);
    }

    @Test
    void aMomentIsToComeAndNotTooFarAhead() {
        RulebookVersion draft = draft(couriersAtNight());
        assertThat(reasons(() -> plan(draft, START, couriersAtNight()))).containsExactly(Reason.OVER);
        Instant years = START.plus(Rulebooks.LONGEST_WAIT).plusSeconds(1);
        assertThat(reasons(() -> plan(draft, years, couriersAtNight()))).containsExactly(Reason.TOO_FAR);
        assertThat(reasons(() -> plan(draft, EVENING))).containsExactly(Reason.NOT_ENFORCED_OFFLINE);
        assertThat(rulebooks.planned(mary, project)).isEmpty();
    }

    /** Whatever else is done with the project comes first. */
    private void publishDue() {
        await().until(() -> {
            due.publishDue();
            return rulebooks
                    .planned(mary, project)
                    .filter(plan -> plan.failed() == null)
                    .isEmpty();
        });
    }

    private RulebookVersion planned(Policy... policies) {
        return plan(draft(policies), EVENING, policies);
    }

    private RulebookVersion plan(RulebookVersion draft, Instant at, Policy... confirmed) {
        return releases.publish(mary, project, draft.edition(), new ReleaseWish(ids(confirmed), at, null));
    }
}
