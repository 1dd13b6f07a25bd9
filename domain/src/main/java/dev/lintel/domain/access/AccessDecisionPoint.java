package dev.lintel.domain.access;

/** The policy decision point (PDP) of NIST SP 800-162: decides facts, has no memory and no side effect. */
public interface AccessDecisionPoint {
    /**
     * Decides.
     *
     * @return never null and never an exception: whatever goes wrong is a denial with
     *     {@link ReasonCode#INDETERMINATE}
     */
    Decision decide(AccessFacts facts);

    /** Names the rules in force, the same for the same rules on every machine. */
    String ruleVersion();
}
