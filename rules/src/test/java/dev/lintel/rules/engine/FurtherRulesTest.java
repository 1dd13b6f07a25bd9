package dev.lintel.rules.engine;

import static dev.lintel.domain.access.ReasonCode.EMERGENCY_EGRESS;
import static dev.lintel.domain.access.ReasonCode.GRANTED;
import static dev.lintel.domain.access.ReasonCode.INDETERMINATE;
import static dev.lintel.domain.access.ReasonCode.LOCK_NOT_ALLOWED;
import static dev.lintel.domain.access.ReasonCode.OUTSIDE_SCHEDULE;
import static dev.lintel.domain.access.ReasonCode.POLICY_ALLOWED;
import static dev.lintel.domain.access.ReasonCode.POLICY_DENIED;
import static dev.lintel.domain.access.ReasonCode.REVOKED;
import static dev.lintel.rules.engine.FactsBuilder.AT;
import static dev.lintel.rules.engine.FactsBuilder.aCardAtAPanel;
import static dev.lintel.rules.engine.FactsBuilder.closed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.Obligation;
import dev.lintel.domain.access.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Further rules beside the shipped ones: which wins over which. The asked access point chooses the policies that apply. */
class FurtherRulesTest {
    private static final String HEAD = """
            package dev.lintel.rules.access
            import dev.lintel.domain.access.AccessFacts
            import dev.lintel.domain.access.Obligation
            global dev.lintel.rules.access.Findings findings
            """;
    private static final AccessDecisionPoint RULES = DroolsAccessDecisionPoint.with(
            List.of(
                    policy("forbid", "findings.forbid();"),
                    policy("allow", "findings.allow();"),
                    policy("oblige", "findings.oblige(new Obligation.Notify(\"guard\"));"),
                    policy("egress", "findings.openForEgress();"),
                    policy("fail", "Integer.parseInt(\"x\");"),
                    policy("run", "insert(\"away\");")
                            + "rule \"runs away\" when $s : String() then insert($s + \"!\"); end\n",
                    policy("dawdle", "insert(1);")
                            + "rule \"dawdles\" when $i : Integer( this < 1000 ) then Thread.sleep(20); insert($i + 1); end\n",
                    policy("hoard", "insert(1L);")
                            + "rule \"hoards\" when $l : Long( this < 100 ) then insert(new byte[4 << 20]); insert($l + 1); end\n"));

    @Test
    void deniesWhatAPolicyForbids() {
        Decision decision = RULES.decide(mayEnter().through("forbid").facts());
        assertThat(decision.verdict()).isEqualTo(Verdict.DENY);
        assertThat(decision.reason()).isEqualTo(POLICY_DENIED);
        assertThat(decision.locks()).isEmpty();
        assertThat(decision.rules()).contains("policy: forbid");
    }

    @Test
    void opensWhatAPolicyAllowsWhereNoRestrictionDoes() {
        Decision decision = RULES.decide(tooEarly().asking(2).through("allow").facts());
        assertThat(decision.verdict()).isEqualTo(Verdict.GRANT);
        assertThat(decision.reason()).isEqualTo(POLICY_ALLOWED);
        assertThat(decision.locks()).containsExactly(2);
        assertThat(decision.restrictions()).isEmpty();
        assertThat(RULES.decide(mayEnter().through("allow").facts()).reason()).isEqualTo(GRANTED);
    }

    @Test
    void allowsNeitherRevokedIdentifiersNorLocksThatAreNotThere() {
        assertThat(RULES.decide(mayEnter().revoked().through("allow").facts()).reason())
                .isEqualTo(REVOKED);
        assertThat(RULES.decide(mayEnter().asking(7).through("allow").facts()).reason())
                .isEqualTo(LOCK_NOT_ALLOWED);
    }

    @Test
    void deniesWhatOnePolicyAllowsAndAnotherForbids() {
        assertThat(RULES.decide(tooEarly().through("allow forbid").facts()).reason())
                .isEqualTo(POLICY_DENIED);
        assertThat(RULES.decide(tooEarly().through("forbid").facts()).reason()).isEqualTo(OUTSIDE_SCHEDULE);
    }

    @Test
    void opensInAnEmergencyWhateverElseHolds() {
        Decision decision =
                RULES.decide(mayEnter().revoked().through("egress forbid").facts());
        assertThat(decision.verdict()).isEqualTo(Verdict.GRANT);
        assertThat(decision.reason()).isEqualTo(EMERGENCY_EGRESS);
        assertThat(decision.locks()).containsExactly(1, 2);
        assertThat(RULES.decide(aCardAtAPanel().unknown().through("egress").facts())
                        .isGranted())
                .isTrue();
        Decision counted =
                RULES.decide(mayEnter().withPasses(1, 1).through("egress").facts());
        assertThat(counted.isGranted()).isTrue();
        assertThat(counted.obligations()).isEmpty();
    }

    @Test
    void obligesBesideWhateverIsDecided() {
        Obligation notify = new Obligation.Notify("guard");
        assertThat(RULES.decide(mayEnter().withPasses(2, 1).through("oblige").facts())
                        .obligations())
                .containsExactly(notify, new Obligation.CountPass("i1"));
        assertThat(RULES.decide(mayEnter().revoked().through("oblige").facts()).obligations())
                .containsExactly(notify);
    }

    @Test
    void deniesWhenARuleFailsRunsAwayOrTakesTooMuch() {
        assertThat(RULES.decide(mayEnter().through("fail").facts()).reason()).isEqualTo(INDETERMINATE);
        assertThat(RULES.decide(mayEnter().through("run").facts()).reason()).isEqualTo(INDETERMINATE);
        assertThat(RULES.decide(mayEnter().through("dawdle").facts()).reason()).isEqualTo(INDETERMINATE);
        assertThat(RULES.decide(mayEnter().through("hoard").facts()).reason()).isEqualTo(INDETERMINATE);
        assertThat(RULES.decide(mayEnter().facts()).reason()).isEqualTo(GRANTED);
    }

    @Test
    void saysWhatIsWrongWithAPolicy() {
        assertThatThrownBy(() -> DroolsAccessDecisionPoint.with(List.of(policy("x", "findings.burn();"))))
                .isInstanceOf(RuleCompilationException.class)
                .hasMessageContaining("burn");
    }

    @Test
    void hasAVersionThatFollowsFromTheTexts() {
        String one = new RuleTexts(List.of("a", "b")).fingerprint();
        assertThat(one).isEqualTo(new RuleTexts(List.of("a", "b")).fingerprint());
        assertThat(one).isNotEqualTo(new RuleTexts(List.of("ab")).fingerprint());
    }

    private static FactsBuilder mayEnter() {
        return aCardAtAPanel().having("r1", List.of(1));
    }

    private static FactsBuilder tooEarly() {
        return aCardAtAPanel().having("r1", List.of(1, 2), closed(AT.plusSeconds(60)));
    }

    private static String policy(String word, String consequence) {
        return HEAD + "rule \"policy: " + word + "\" when AccessFacts( accessPoint != null, accessPoint.contains(\""
                + word + "\") ) then " + consequence + " end\n";
    }
}
