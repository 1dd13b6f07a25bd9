package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import java.util.List;

/** As much of the rules as tests of storing need: revoked, used up, granted or not. */
public final class SimpleDecisionPoint implements AccessDecisionPoint {
    @Override
    public Decision decide(AccessFacts facts) {
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
