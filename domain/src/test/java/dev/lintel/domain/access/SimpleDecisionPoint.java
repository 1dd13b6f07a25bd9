package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.rulebook.OutcomeQuestion;
import dev.lintel.domain.rulebook.OutcomeRules;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.RuleCompiler;
import dev.lintel.domain.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** As much of the rules as tests of storing need: revoked, used up, granted or not, denied by a policy. */
public final class SimpleDecisionPoint implements AccessDecisionPoint, RuleCompiler, OutcomeRules {
    private final Map<String, Rulebook> rulebooks = new ConcurrentHashMap<>();

    @Override
    public Decision decide(AccessFacts facts) {
        String version = facts.rulebook();
        Decision decision = byRestrictions(facts);
        return version == null ? decision : under(Objects.requireNonNull(rulebooks.get(version)), facts, decision);
    }

    @Override
    public void prepare(Rulebook rulebook) {
        rulebooks.put(rulebook.version(), rulebook);
    }

    @Override
    public void prepare(OutcomeTable table) {}

    @Override
    public OptionalInt row(OutcomeTable table, OutcomeQuestion question) {
        return IntStream.range(0, table.rows().size())
                .filter(row -> table.rows().get(row).fits(question))
                .findFirst();
    }

    @Override
    public void retire(String version) {}

    @Override
    public AccessDecisionPoint trial(Rulebook draft) {
        return new AccessDecisionPoint() {
            @Override
            public Decision decide(AccessFacts facts) {
                return under(draft, facts, byRestrictions(facts));
            }

            @Override
            public String ruleVersion() {
                return draft.version();
            }
        };
    }

    private static Decision under(Rulebook rulebook, AccessFacts facts, Decision decision) {
        List<Policy> concerned = rulebook.policies().stream()
                .filter(policy -> policy.concerns(facts))
                .toList();
        List<Policy> denying = concerned.stream()
                .filter(policy -> policy.effect() == PolicyEffect.DENY)
                .toList();
        boolean out = concerned.stream().anyMatch(policy -> policy.effect() == PolicyEffect.EGRESS);
        boolean denied = !out && !denying.isEmpty() && decision.isGranted();
        boolean second =
                denying.stream().allMatch(policy -> policy.times().state().second() != null);
        ReasonCode denial = second ? ReasonCode.SECOND_CREDENTIAL_NEEDED : ReasonCode.POLICY_DENIED;
        List<Obligation> obligations = new ArrayList<>(denied || out ? List.of() : decision.obligations());
        for (Policy policy : concerned) {
            switch (policy.effect()) {
                case NOTIFY -> obligations.add(new Obligation.Notify(policy.name()));
                case COUNT -> obligations.add(new Obligation.Count(policy.id(), policy.name()));
                case FLAG -> obligations.add(new Obligation.Flag(policy.name()));
                case DENY, ALLOW, EGRESS, SECOND_LOCK, LEAVE -> {}
            }
        }
        return new Decision(
                out ? Verdict.GRANT : denied ? Verdict.DENY : decision.verdict(),
                out ? ReasonCode.EMERGENCY_EGRESS : denied ? denial : decision.reason(),
                out ? List.of(1) : denied ? List.of() : decision.locks(),
                denied || out ? List.of() : decision.restrictions(),
                decision.considered(),
                decision.rules(),
                obligations,
                "rulebook-" + rulebook.version(),
                rulebook.nextLiveEdge(facts),
                concerned.stream().map(Policy::applied).toList());
    }

    private Decision byRestrictions(AccessFacts facts) {
        IdentifierFact identifier = facts.identifier();
        if (facts.device() == null) {
            return deny(ReasonCode.DEVICE_UNKNOWN);
        }
        if (identifier == null) {
            return deny(ReasonCode.UNKNOWN_IDENTIFIER);
        }
        if (identifier.revoked()) {
            return deny(ReasonCode.REVOKED);
        }
        if (identifier.suspended()) {
            return deny(ReasonCode.IDENTIFIER_SUSPENDED);
        }
        if (facts.holder() != null && facts.holder().suspended()) {
            return deny(ReasonCode.HOLDER_SUSPENDED);
        }
        if (identifier.maxPasses() != null && identifier.passesUsed() >= identifier.maxPasses()) {
            return deny(ReasonCode.PASSES_USED_UP);
        }
        return facts.grants().isEmpty() ? deny(ReasonCode.NO_RESTRICTION) : grant(facts, identifier);
    }

    private Decision grant(AccessFacts facts, IdentifierFact identifier) {
        List<Obligation> obligations =
                identifier.maxPasses() == null ? List.of() : List.of(new Obligation.CountPass(identifier.id()));
        List<String> restrictions =
                facts.grants().stream().map(AccessFacts.GrantFact::restriction).toList();
        return new Decision(
                Verdict.GRANT,
                ReasonCode.GRANTED,
                List.of(1),
                restrictions,
                List.of(),
                List.of("simple"),
                obligations,
                ruleVersion(),
                null);
    }

    private Decision deny(ReasonCode reason) {
        return new Decision(
                Verdict.DENY, reason, List.of(), List.of(), List.of(), List.of(), List.of(), ruleVersion(), null);
    }

    @Override
    public String ruleVersion() {
        return "simple-1";
    }
}
