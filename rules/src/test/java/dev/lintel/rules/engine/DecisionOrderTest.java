package dev.lintel.rules.engine;

import static dev.lintel.domain.access.ReasonCode.DEVICE_UNKNOWN;
import static dev.lintel.domain.access.ReasonCode.EXPIRED;
import static dev.lintel.domain.access.ReasonCode.GRANTED;
import static dev.lintel.domain.access.ReasonCode.HOLDER_SUSPENDED;
import static dev.lintel.domain.access.ReasonCode.IDENTIFIER_SUSPENDED;
import static dev.lintel.domain.access.ReasonCode.LOCK_NOT_ALLOWED;
import static dev.lintel.domain.access.ReasonCode.NOT_YET_VALID;
import static dev.lintel.domain.access.ReasonCode.NO_RESTRICTION;
import static dev.lintel.domain.access.ReasonCode.OUTSIDE_SCHEDULE;
import static dev.lintel.domain.access.ReasonCode.PASSES_USED_UP;
import static dev.lintel.domain.access.ReasonCode.REVOKED;
import static dev.lintel.domain.access.ReasonCode.UNKNOWN_IDENTIFIER;
import static dev.lintel.rules.engine.FactsBuilder.AT;
import static dev.lintel.rules.engine.FactsBuilder.aCardAtAPanel;
import static dev.lintel.rules.engine.FactsBuilder.closed;
import static dev.lintel.rules.engine.FactsBuilder.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts.LineFact;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.Decision.Considered;
import dev.lintel.domain.access.Obligation;
import dev.lintel.domain.access.ReasonCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The ten steps of a decision, one after the other. */
class DecisionOrderTest {
    private static final AccessDecisionPoint RULES = DroolsAccessDecisionPoint.shipped();
    private static final Instant LATER = AT.plusSeconds(60);
    private static final Instant EARLIER = AT.minusSeconds(60);

    @Test
    void refusesIdentifiersForTheEarliestReason() {
        assertThat(reason(aCardAtAPanel().atUnknownDevice())).isEqualTo(DEVICE_UNKNOWN);
        assertThat(reason(aCardAtAPanel().unknown())).isEqualTo(UNKNOWN_IDENTIFIER);
        assertThat(reason(mayEnter().revoked())).isEqualTo(REVOKED);
        assertThat(reason(mayEnter().revoked().ofSuspendedHolder())).isEqualTo(REVOKED);
        assertThat(reason(mayEnter().suspended())).isEqualTo(IDENTIFIER_SUSPENDED);
        assertThat(reason(mayEnter().suspended().ofSuspendedHolder())).isEqualTo(IDENTIFIER_SUSPENDED);
        assertThat(reason(mayEnter().ofSuspendedHolder())).isEqualTo(HOLDER_SUSPENDED);
        assertThat(reason(mayEnter().withPasses(1, 1).ofSuspendedHolder())).isEqualTo(HOLDER_SUSPENDED);
    }

    @Test
    void takesTheEndsOfPeriodsAsExclusive() {
        assertThat(reason(mayEnter().valid(AT, null))).isEqualTo(GRANTED);
        assertThat(reason(mayEnter().valid(AT.plusNanos(1), null))).isEqualTo(NOT_YET_VALID);
        assertThat(reason(mayEnter().valid(null, AT))).isEqualTo(EXPIRED);
        assertThat(reason(mayEnter().valid(null, AT.plusNanos(1)))).isEqualTo(GRANTED);
    }

    @Test
    void countsPassesUntilTheyAreUsedUp() {
        assertThat(reason(mayEnter().withPasses(2, 2))).isEqualTo(PASSES_USED_UP);
        Decision last = decide(mayEnter().withPasses(2, 1));
        assertThat(last.reason()).isEqualTo(GRANTED);
        assertThat(last.obligations()).containsExactly(new Obligation.CountPass("i1"));
        assertThat(decide(mayEnter()).obligations()).isEmpty();
    }

    @Test
    void deniesForTheFurthestPointThatAnyRestrictionReached() {
        assertThat(reason(aCardAtAPanel())).isEqualTo(NO_RESTRICTION);
        FactsBuilder facts = aCardAtAPanel().asking(1).having("r1", new LineFact("out", List.of(1)));
        assertThat(reason(facts)).isEqualTo(NO_RESTRICTION);
        assertThat(reason(facts.having("r2", List.of(2)))).isEqualTo(LOCK_NOT_ALLOWED);
        assertThat(reason(facts.having("r3", List.of(1), closed(LATER)))).isEqualTo(OUTSIDE_SCHEDULE);
        Decision granted = decide(facts.having("r4", List.of(1), closed(LATER), open(LATER)));
        assertThat(granted.reason()).isEqualTo(GRANTED);
        assertThat(granted.restrictions()).containsExactly("r4");
        assertThat(granted.considered())
                .containsExactly(
                        new Considered("r1", NO_RESTRICTION),
                        new Considered("r2", LOCK_NOT_ALLOWED),
                        new Considered("r3", OUTSIDE_SCHEDULE),
                        new Considered("r4", GRANTED));
    }

    @Test
    void fitsLinesToAccessPoints() {
        LineFact in = new LineFact("in", List.of(1));
        assertThat(reason(aCardAtAPanel().having("r1", in))).isEqualTo(NO_RESTRICTION);
        assertThat(reason(aCardAtAPanel().having("r1", in).through("out"))).isEqualTo(NO_RESTRICTION);
        assertThat(reason(aCardAtAPanel().having("r1", in).through("in"))).isEqualTo(GRANTED);
        assertThat(reason(mayEnter().through("in"))).isEqualTo(GRANTED);
    }

    @Test
    void opensWhatIsAskedFor() {
        assertThat(locks(null, List.of(1), List.of(2))).containsExactly(1, 2);
        assertThat(locks(2, List.of(1), List.of(1, 2))).containsExactly(2);
        assertThat(locks(3, List.of(1, 2), List.of(2))).isEmpty();
        assertThat(locks(AccessRequest.ALL_LOCKS, List.of(1, 2), List.of(2))).containsExactly(1, 2);
        // each restriction must open all of them by itself
        assertThat(locks(AccessRequest.ALL_LOCKS, List.of(1), List.of(2))).isEmpty();
    }

    @Test
    void opensNothingAtADeviceWithoutLocks() {
        for (Integer lock : new Integer[] {null, AccessRequest.ALL_LOCKS, 1}) {
            FactsBuilder facts = aCardAtAPanel().atDeviceWithLocks(0).having("r1", List.of());
            assertThat(reason(facts.asking(lock))).isEqualTo(LOCK_NOT_ALLOWED);
        }
    }

    @Test
    void letsGuestsUseOnlyWhatTheirOwnersStillHave() {
        assertThat(reason(aCardAtAPanel().ofGuest().having("r1", List.of(1)))).isEqualTo(NO_RESTRICTION);
        assertThat(reason(aCardAtAPanel().ofGuest().given("r1", false, true))).isEqualTo(NO_RESTRICTION);
        assertThat(reason(aCardAtAPanel().ofGuest().given("r1", true, false))).isEqualTo(NO_RESTRICTION);
        assertThat(reason(aCardAtAPanel().ofGuest().given("r1", true, true))).isEqualTo(GRANTED);
        assertThat(reason(aCardAtAPanel().given("r1", false, false))).isEqualTo(GRANTED);
    }

    @Test
    void saysUntilWhenAnAnswerStands() {
        assertThat(decide(mayEnter()).until()).isNull();
        assertThat(decide(mayEnter().valid(LATER, null)).until()).isEqualTo(LATER);
        assertThat(decide(mayEnter().valid(EARLIER, LATER)).until()).isEqualTo(LATER);
        assertThat(decide(mayEnter().valid(null, EARLIER)).until()).isNull();
        assertThat(decide(aCardAtAPanel()
                                .having("r1", List.of(1), closed(LATER))
                                .revoked())
                        .until())
                .isNull();
        Instant between = AT.plusSeconds(30);
        assertThat(decide(aCardAtAPanel().valid(null, LATER).having("r1", List.of(1), closed(between), open(LATER)))
                        .until())
                .isEqualTo(between);
    }

    @Test
    void namesTheRulesThatFired() {
        assertThat(decide(mayEnter()).rules())
                .containsExactly("10. a restriction opens the locks of its lines while it is open");
        assertThat(decide(aCardAtAPanel()).rules()).containsExactly("7. without any restriction here nothing opens");
        assertThat(RULES.ruleVersion()).matches("shipped-[0-9a-f]{12}");
        assertThat(decide(mayEnter()).ruleVersion()).isEqualTo(RULES.ruleVersion());
    }

    private static FactsBuilder mayEnter() {
        return aCardAtAPanel().having("r1", List.of(1, 2));
    }

    private static List<Integer> locks(@Nullable Integer asked, List<Integer> first, List<Integer> second) {
        return decide(aCardAtAPanel().asking(asked).having("r1", first).having("r2", second))
                .locks();
    }

    private static ReasonCode reason(FactsBuilder facts) {
        Decision decision = decide(facts);
        assertThat(decision.isGranted()).isEqualTo(decision.reason() == GRANTED);
        return decision.reason();
    }

    private static Decision decide(FactsBuilder facts) {
        return RULES.decide(facts.facts());
    }
}
