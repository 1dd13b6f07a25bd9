package dev.lintel.rules.engine;

import static dev.lintel.domain.access.ReasonCode.EMERGENCY_EGRESS;
import static dev.lintel.domain.access.ReasonCode.GRANTED;
import static dev.lintel.domain.access.ReasonCode.INDETERMINATE;
import static dev.lintel.domain.access.ReasonCode.LOCK_NOT_ALLOWED;
import static dev.lintel.domain.access.ReasonCode.NO_RESTRICTION;
import static dev.lintel.domain.access.ReasonCode.OUTSIDE_SCHEDULE;
import static dev.lintel.domain.access.ReasonCode.POLICY_ALLOWED;
import static dev.lintel.domain.access.ReasonCode.POLICY_DENIED;
import static dev.lintel.domain.access.ReasonCode.SECOND_CREDENTIAL_NEEDED;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.Decision.Considered;
import dev.lintel.domain.access.Obligation;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.rules.access.Candidate;
import dev.lintel.rules.access.Findings;
import dev.lintel.rules.access.LockSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one decision of all that the rules found. An emergency egress wins over everything; then what a policy denies, unless
 * one of higher priority allows it; then what a restriction grants, or a policy allows where no restriction does, is granted.
 */
final class Verdicts {
    /** Below every priority. */
    private static final int NONE = -1;

    private final AccessFacts facts;
    private final List<Candidate> candidates;
    private final Findings findings;
    private final List<Concerned> policies;
    private final boolean isUndecided;

    /** A policy that concerns the request, or a row that counts, and how a decision tells of it. */
    record Concerned(Policy policy, AppliedPolicy applied) {}

    /**
     * @param policies those of the rulebook that concern the request
     * @param isUndecided whether a table of the rulebook cannot tell what it says
     */
    Verdicts(
            AccessFacts facts,
            List<Candidate> candidates,
            Findings findings,
            List<Concerned> policies,
            boolean isUndecided) {
        this.isUndecided = isUndecided;
        this.facts = facts;
        this.candidates = candidates;
        this.findings = findings;
        this.policies = policies;
    }

    /** @param until the first instant at which policies may see it another way; null is never, for their part */
    Decision decide(String ruleVersion, @Nullable Instant until) {
        ReasonCode reason = reason();
        boolean granted = reason == GRANTED || reason == POLICY_ALLOWED || reason == EMERGENCY_EGRESS;
        return new Decision(
                granted ? Verdict.GRANT : Verdict.DENY,
                reason,
                granted ? LockSet.numbers(locks(reason) | second()) : List.of(),
                reason == GRANTED ? determining() : List.of(),
                considered(),
                findings.rules(),
                obligations(reason, granted),
                ruleVersion,
                earlier(until, edge(reason)),
                policies.stream().map(Concerned::applied).toList());
    }

    private ReasonCode reason() {
        boolean somethingToOpen = lockAsked() != LockSet.NONE;
        if ((findings.isEgress() || highest(PolicyEffect.EGRESS) != NONE) && somethingToOpen) {
            return EMERGENCY_EGRESS;
        }
        if (isUndecided) {
            return INDETERMINATE;
        }
        ReasonCode reason = ofRestrictions();
        int denying = highest(PolicyEffect.DENY);
        int allowing = highest(PolicyEffect.ALLOW);
        boolean allowed = findings.isAllowed() || allowing > denying;
        if (allowed && somethingToOpen && isForWantOfRestriction(reason)) {
            reason = POLICY_ALLOWED;
        }
        boolean opens = reason == GRANTED || reason == POLICY_ALLOWED;
        boolean forbidden = findings.isForbidden() || denying != NONE && denying >= allowing;
        if (forbidden && opens) {
            return findings.isForbidden() || !isForWantOfSecond() ? POLICY_DENIED : SECOND_CREDENTIAL_NEEDED;
        }
        return reason;
    }

    /** Whether all that keeps the door shut is that a second credential is asked for. */
    private boolean isForWantOfSecond() {
        return policies.stream()
                .map(Concerned::policy)
                .filter(policy -> policy.effect() == PolicyEffect.DENY)
                .allMatch(policy -> policy.times().state().second() != null);
    }

    private int highest(PolicyEffect effect) {
        int highest = NONE;
        for (Concerned concerned : policies) {
            Policy policy = concerned.policy();
            highest = policy.effect() == effect ? Math.max(highest, policy.priority()) : highest;
        }
        return highest;
    }

    /** What the shipped rules come to: a refusal of the identifier, or the furthest that any restriction got. */
    private ReasonCode ofRestrictions() {
        ReasonCode refusal = findings.refusal();
        if (refusal != null) {
            return refusal;
        }
        ReasonCode furthest = NO_RESTRICTION;
        for (Candidate candidate : candidates) {
            ReasonCode reached = candidate.reached();
            furthest = reached.compareTo(furthest) > 0 ? reached : furthest;
        }
        return furthest;
    }

    private static boolean isForWantOfRestriction(ReasonCode reason) {
        return reason == NO_RESTRICTION || reason == LOCK_NOT_ALLOWED || reason == OUTSIDE_SCHEDULE;
    }

    private long locks(ReasonCode reason) {
        if (reason != GRANTED || facts.lock() != null) {
            return lockAsked();
        }
        long locks = LockSet.NONE;
        for (Candidate candidate : candidates) {
            locks |= candidate.reached() == GRANTED ? candidate.locks() : LockSet.NONE;
        }
        return locks;
    }

    /** The lock that a policy wants open as well, as far as the device has it. */
    private long second() {
        return highest(PolicyEffect.SECOND_LOCK) == NONE ? LockSet.NONE : there() & LockSet.of(PolicyEffect.SECOND);
    }

    /** The locks that are asked for, as far as the device has them; all of them when the request names none. */
    private long lockAsked() {
        long all = there();
        Integer asked = facts.lock();
        return asked == null || asked == AccessRequest.ALL_LOCKS ? all : all & LockSet.of(asked);
    }

    private long there() {
        return facts.device() == null
                ? LockSet.NONE
                : LockSet.first(facts.device().locks());
    }

    private List<String> determining() {
        List<String> restrictions = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (candidate.reached() == GRANTED) {
                restrictions.add(candidate.grant().restriction());
            }
        }
        restrictions.sort(null);
        return restrictions;
    }

    private List<Considered> considered() {
        List<Considered> considered = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            considered.add(new Considered(candidate.grant().restriction(), candidate.reached()));
        }
        return considered;
    }

    /** Passes are not counted in an emergency: who has none left must get out all the same. */
    private List<Obligation> obligations(ReasonCode reason, boolean granted) {
        IdentifierFact identifier = facts.identifier();
        List<Obligation> obligations = new ArrayList<>(findings.obligations());
        for (Concerned concerned : policies) {
            Obligation obligation = obligation(concerned.applied(), granted);
            if (obligation != null) {
                obligations.add(obligation);
            }
        }
        if (identifier == null || identifier.maxPasses() == null || reason != GRANTED && reason != POLICY_ALLOWED) {
            return obligations;
        }
        obligations.add(new Obligation.CountPass(identifier.id()));
        return obligations;
    }

    private @Nullable Obligation obligation(AppliedPolicy policy, boolean granted) {
        return switch (policy.effect()) {
            case NOTIFY -> new Obligation.Notify(policy.name());
            case COUNT -> new Obligation.Count(policy.id(), policy.name());
            case FLAG -> new Obligation.Flag(policy.name());
            case SECOND_LOCK ->
                granted && second() != LockSet.NONE
                        ? new Obligation.OpenLock(policy.name(), PolicyEffect.SECOND)
                        : null;
            case DENY, ALLOW, EGRESS, LEAVE -> null;
        };
    }

    /** The first instant after that of the facts at which the shipped rules may come to something else. */
    private @Nullable Instant edge(ReasonCode reason) {
        IdentifierFact identifier = facts.identifier();
        if (identifier == null) {
            return null;
        }
        Instant edge = later(identifier.validFrom());
        edge = earlier(edge, later(identifier.validUntil()));
        if (reason.compareTo(NO_RESTRICTION) < 0) {
            return edge;
        }
        for (Candidate candidate : candidates) {
            for (AccessFacts.ScheduleFact schedule : candidate.grant().schedules()) {
                edge = earlier(edge, later(schedule.until()));
            }
        }
        return edge;
    }

    private @Nullable Instant later(@Nullable Instant instant) {
        return instant != null && instant.isAfter(facts.at()) ? instant : null;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
    }
}
