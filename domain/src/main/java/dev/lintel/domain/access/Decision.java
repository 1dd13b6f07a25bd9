package dev.lintel.domain.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an access request, with all that is needed to explain it.
 *
 * @param locks the locks to open, ascending; empty when denied
 * @param restrictions ids of the restrictions that determined a grant, in id order; empty when denied
 * @param considered how far each restriction of the facts got, in the order of the facts
 * @param rules names of the rules that fired, in the order in which they did
 * @param ruleVersion which rules decided
 * @param until the first instant at which the same request may get another answer although nothing is changed; null when
 *     there is none
 * @param policies the policies of the project that concerned the request, in the order of the rulebook
 */
public record Decision(
        Verdict verdict,
        ReasonCode reason,
        List<Integer> locks,
        List<String> restrictions,
        List<Considered> considered,
        List<String> rules,
        List<Obligation> obligations,
        String ruleVersion,
        @Nullable Instant until,
        List<AppliedPolicy> policies) {
    @SuppressWarnings("NullAway") // decisions that an earlier version stored know no policies
    public Decision {
        locks = List.copyOf(locks);
        restrictions = List.copyOf(restrictions);
        considered = List.copyOf(considered);
        rules = List.copyOf(rules);
        obligations = List.copyOf(obligations);
        policies = policies == null ? List.of() : List.copyOf(policies);
    }

    /** By the shipped rules alone. */
    public Decision(
            Verdict verdict,
            ReasonCode reason,
            List<Integer> locks,
            List<String> restrictions,
            List<Considered> considered,
            List<String> rules,
            List<Obligation> obligations,
            String ruleVersion,
            @Nullable Instant until) {
        this(verdict, reason, locks, restrictions, considered, rules, obligations, ruleVersion, until, List.of());
    }

    /**
     * How far one restriction got.
     *
     * @param reached {@code NO_RESTRICTION}, {@code LOCK_NOT_ALLOWED}, {@code OUTSIDE_SCHEDULE} or {@code GRANTED}
     */
    public record Considered(String restriction, ReasonCode reached) {}

    /** Whether a pass of an identifier has to be counted, which the database may refuse. */
    boolean countsPass() {
        return obligations.stream().anyMatch(Obligation.CountPass.class::isInstance);
    }

    /** Names of the policies that mark the entry of the log. */
    List<String> flags() {
        return obligations.stream()
                .filter(Obligation.Flag.class::isInstance)
                .map(obligation -> ((Obligation.Flag) obligation).policy())
                .distinct()
                .toList();
    }

    public boolean isGranted() {
        return verdict == Verdict.GRANT;
    }

    /** The decision when none could be made. */
    public static Decision indeterminate(String ruleVersion) {
        return new Decision(
                Verdict.DENY,
                ReasonCode.INDETERMINATE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ruleVersion,
                null);
    }
}
