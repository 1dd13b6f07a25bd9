package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.ClockFact;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers facts and has them decided, and remembers the answers. A remembered answer is exact, never stale: it is given again
 * only while the very same records and policies are in force and no schedule or period that it saw has changed its
 * state.
 */
public final class AccessDecisions {
    /** A remembered answer weighs about so much, in bytes. */
    private static final long WEIGHT = 640;

    private static final long MOST_REMEMBERED = 500_000;

    private final AccessDirectory directory;
    private final AccessDecisionPoint decisionPoint;
    private final AnswerMemory<Question, Remembered> memory;

    public AccessDecisions(AccessDirectory directory, AccessDecisionPoint decisionPoint) {
        this.directory = directory;
        this.decisionPoint = decisionPoint;
        // an eighth of the heap, so that a small server remembers little and a large one everything
        long room = Math.min(MOST_REMEMBERED, Runtime.getRuntime().maxMemory() / 8 / WEIGHT);
        this.memory = new AnswerMemory<>((int) room);
    }

    /**
     * What was decided, and on what.
     *
     * @param site the project as it was when the facts were gathered; null when the device is unknown
     */
    public record Decided(
            AccessFacts facts, Decision decision, @Nullable SiteSnapshot site) {
        /** The first instant after that of the facts at which any of them may be another; null when there is none. */
        public @Nullable Instant until() {
            return firstEdge(this);
        }
    }

    /** A request without its instant. */
    private record Question(
            String serial,
            @Nullable String accessPoint,
            @Nullable Integer lock,
            IdentifierType type,
            String value) {}

    /** An answer, good from the instant it was asked for until the first edge of anything it rests on. */
    private static final class Remembered {
        private final Decided decided;
        private final @Nullable Instant until;
        private volatile AccessDirectory.State seen;

        Remembered(Decided decided, @Nullable Instant until, AccessDirectory.State seen) {
            this.decided = decided;
            this.until = until;
            this.seen = seen;
        }

        boolean covers(Instant at) {
            return !at.isBefore(decided.facts().at()) && (until == null || at.isBefore(until));
        }
    }

    /** Decides for the instant of the request. No side effect but the memory. */
    public Decided decide(AccessRequest request) {
        return decide(request, true);
    }

    /** Where the answer depends on who passed before; null where it does not. */
    AreaTurns.@Nullable Area area(AccessRequest request) {
        return directory.state().area(request.deviceSerial());
    }

    /** As {@link #decide}, for a look at many doors at once: it leaves the memory to what doors ask. */
    public Decided foresee(AccessRequest request) {
        return decide(request, false);
    }

    private Decided decide(AccessRequest request, boolean remembering) {
        Question question = new Question(
                request.deviceSerial(), request.accessPoint(), request.lock(), request.type(), request.value());
        AccessDirectory.State state = directory.state();
        Remembered remembered = memory.find(question);
        if (remembered != null && remembered.covers(request.at()) && isInForce(remembered, request, state)) {
            Decided decided = remembered.decided;
            return new Decided(decided.facts().at(request.at()), decided.decision(), decided.site());
        }
        return decideAnew(question, request, state, remembering);
    }

    private Decided decideAnew(
            Question question, AccessRequest request, AccessDirectory.State state, boolean remembering) {
        AccessFacts facts;
        try {
            facts = state.gather(request);
        } catch (RuntimeException failure) {
            System.getLogger(AccessDecisions.class.getName())
                    .log(System.Logger.Level.ERROR, "facts could not be gathered", failure);
            return new Decided(AccessFacts.none(request), Decision.indeterminate(decisionPoint.ruleVersion()), null);
        }
        Decided decided = new Decided(facts, decisionPoint.decide(facts), state.siteOf(request.deviceSerial()));
        if (remembering && mayBeRemembered(decided)) {
            Instant until = earlier(decided.until(), midnight(facts), facts.at());
            memory.put(question, new Remembered(decided, until, state));
        }
        return decided;
    }

    private boolean isInForce(Remembered remembered, AccessRequest request, AccessDirectory.State state) {
        if (remembered.seen == state) {
            return true;
        }
        SiteSnapshot then = remembered.decided.site();
        SiteSnapshot now = state.siteOf(request.deviceSerial());
        if (then == null || now == null || !now.tellsTheSame(then, request, remembered.decided.facts())) {
            return false;
        }
        remembered.seen = state;
        return true;
    }

    /** Passes are counted in the database by every node, so what counts them is asked each time. */
    private static boolean mayBeRemembered(Decided decided) {
        return decided.facts().identifier() != null
                && decided.decision().reason() != ReasonCode.INDETERMINATE
                && !decided.decision().countsPass();
    }

    /** What day it is belongs to the facts, whether anything looks at it or not. */
    private static @Nullable Instant midnight(AccessFacts facts) {
        ClockFact clock = facts.clock();
        return clock == null
                ? null
                : clock.read(facts.at())
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(clock.zone())
                        .toInstant();
    }

    private static @Nullable Instant firstEdge(Decided decided) {
        AccessFacts facts = decided.facts();
        Instant edge = decided.decision().until();
        IdentifierFact identifier = facts.identifier();
        if (identifier != null) {
            edge = earlier(edge, identifier.validFrom(), facts.at());
            edge = earlier(edge, identifier.validUntil(), facts.at());
        }
        for (GrantFact grant : facts.grants()) {
            edge = firstEdge(edge, grant.schedules(), facts.at());
        }
        List<ScheduleFact> ofPolicies = facts.schedules();
        return ofPolicies == null ? edge : firstEdge(edge, ofPolicies, facts.at());
    }

    private static @Nullable Instant firstEdge(@Nullable Instant before, List<ScheduleFact> schedules, Instant after) {
        Instant edge = before;
        for (ScheduleFact schedule : schedules) {
            edge = earlier(edge, schedule.until(), after);
        }
        return edge;
    }

    private static @Nullable Instant earlier(@Nullable Instant edge, @Nullable Instant other, Instant after) {
        if (other == null || !other.isAfter(after)) {
            return edge;
        }
        return edge == null || other.isBefore(edge) ? other : edge;
    }
}
