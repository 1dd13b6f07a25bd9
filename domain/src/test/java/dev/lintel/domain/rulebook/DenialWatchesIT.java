package dev.lintel.domain.rulebook;

import static dev.lintel.domain.rulebook.Policies.closed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.TestActors;
import dev.lintel.domain.Together;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.notification.NotificationKind;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.rulebook.RulebookVersion.State;
import dev.lintel.domain.rulebook.Standing.TakenBack;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules that deny too much are taken back by themselves, once, with the figures. */
@Tag("RU-5")
class DenialWatchesIT extends RuledHouseIT {
    @Autowired
    DenialWatches watches;

    @Test
    void theVersionBeforeComesBackWhenDenialsRise() throws Exception {
        watches.watch(mary, project, new DenialWatch(2, 4));
        RulebookVersion first = inForce(told("Tell"));
        // last Monday one, the Monday before three, at that hour; earlier there is no log
        denied(START.minus(Duration.ofDays(7)).plusSeconds(600), 1, "NO_RESTRICTION");
        denied(START.minus(Duration.ofDays(14)), 3, "EXPIRED");
        denied(START.minus(Duration.ofDays(14)), 9, "DECIDED_BY_DEVICE");
        denied(START.minus(Duration.ofDays(10)), 50, "EXPIRED");
        RulebookVersion second = inForce(told("Tell"), closed("g1", "d1"));

        asked(4);
        watches.look();
        assertThat(rulebooks.inForce(mary, project).orElseThrow().number()).isEqualTo(second.number());

        clock.forward(Duration.ofMinutes(12));
        assertThat(ask(1)).isEqualTo(ReasonCode.POLICY_DENIED);
        Together.run(3, () -> {
            watches.look();
            return true;
        });
        RulebookVersion back = rulebooks.inForce(mary, project).orElseThrow();
        assertThat(back.restored()).isEqualTo(first.number());
        assertThat(back.publishedBy()).isEqualTo("server");
        assertThat(rulebooks.history(mary, project)).hasSize(3);
        assertThat(ask(1)).isEqualTo(ReasonCode.GRANTED);
        RulebookVersion gone = rulebooks.version(mary, project, second.number());
        assertThat(gone.state()).isEqualTo(State.RETIRED);
        assertThat(gone.standing().takenBack()).isEqualTo(new TakenBack(5, 12, 2, 2, 2));
        assertThat(told()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(NotificationKind.RULES_TAKEN_BACK);
            assertThat(told.recordId()).isEqualTo(Integer.toString(second.number()));
            assertThat(told.detail()).isEqualTo("5 12 2.0");
        });
        assertThat(audited("usualDenials")).containsExactly("2.0");

        // what was taken up again is not taken back in its turn
        denied(clock.instant(), 50, "EXPIRED");
        watches.look();
        assertThat(rulebooks.history(mary, project)).hasSize(3);
    }

    @Test
    void withoutAWeekOfLogTheHourBeforeIsUsual() {
        watches.watch(mary, project, new DenialWatch(1.5, 2));
        denied(START.minusSeconds(1800), 2, "EXPIRED");
        denied(START.minusSeconds(5400), 40, "EXPIRED");
        RulebookVersion only = inForce(closed("g1", "d1"));
        asked(3);
        watches.look();
        assertThat(rulebooks.inForce(mary, project).orElseThrow().number()).isEqualTo(only.number());
        asked(1);
        watches.look();
        // before there were the shipped rules alone
        RulebookVersion back = rulebooks.inForce(mary, project).orElseThrow();
        assertThat(back.rules()).isEqualTo(RuleSet.EMPTY);
        assertThat(back.restored()).isNull();
        TakenBack figures =
                rulebooks.version(mary, project, only.number()).standing().takenBack();
        assertThat(figures).isEqualTo(new TakenBack(4, 0, 2, 0, 1.5));
        denied(clock.instant(), 50, "EXPIRED");
        watches.look();
        assertThat(rulebooks.history(mary, project)).hasSize(2);
    }

    @Test
    void nobodyWatchesAfterTheFirstHourOrUnlessSomebodySaidSo() {
        inForce(closed("g1", "d1"));
        asked(30);
        watches.look();
        assertThat(rulebooks.history(mary, project)).hasSize(1);

        watches.watch(mary, project, DenialWatch.SUGGESTED);
        clock.forward(Duration.ofMinutes(60));
        watches.look();
        assertThat(rulebooks.history(mary, project)).hasSize(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void figuresHaveTheirRangeAndWhoSaysThemMustBeAllowedTo() {
        assertThat(reasons(() -> watches.watch(mary, project, new DenialWatch(1.4, 0))))
                .containsExactly(Reason.FACTOR_OUT_OF_RANGE, Reason.LEAST_OUT_OF_RANGE);
        assertThat(reasons(() -> watches.watch(mary, project, new DenialWatch(Double.NaN, 1))))
                .containsExactly(Reason.FACTOR_OUT_OF_RANGE);
        assertThat(watches.of(mary, project)).isEmpty();
        watches.watch(mary, project, new DenialWatch(2.5, 7));
        assertThat(watches.of(mary, project)).contains(new DenialWatch(2.5, 7));
        assertThat(audited("denialFactor")).containsExactly("2.5");
        assertThatThrownBy(() -> watches.watch(TestActors.ofProject(project, Permission.RULE_VIEW), project, null))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> watches.of(TestActors.ofProject(project + 1, Permission.RULE_VIEW), project))
                .isInstanceOf(NoSuchRulebookException.class);
        watches.watch(mary, project, null);
        assertThat(watches.of(mary, project)).isEmpty();
    }

    private void asked(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(ask(1)).isEqualTo(ReasonCode.POLICY_DENIED);
        }
    }

    private void denied(Instant at, int times, String reason) {
        for (int i = 0; i < times; i++) {
            jdbc.update("""
                    insert into acs_log (project_id, at, channel, device_serial, device_id, type, presented, verdict, reason,
                        locks, restrictions, rule_version, sought_owner, sought_identifier, facts, decision)
                    values (?, ?, 'REST', 'x', 'd1', 'CARD', '1', 'DENY', ?, '{}', '{}', '1', '', '', '{}', '{}')""", project, at.atOffset(ZoneOffset.UTC), reason);
        }
    }

    private static Policy told(String name) {
        return new Policy(
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString(),
                name,
                PolicyEffect.NOTIFY,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                0,
                Map.of());
    }
}
