package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RecordedRequests;
import dev.lintel.domain.access.RecordedRequests.Recorded;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.ReplayReport.Change;
import dev.lintel.domain.rulebook.ReplayReport.Example;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;

/** Decides recorded requests again under policies that nobody is bound by yet. */
@Service
public class Replays {
    public static final int MOST_DAYS = 90;
    public static final int MOST_EXAMPLES = 200;

    private final Rulebooks rulebooks;
    private final RecordedRequests requests;
    private final RuleCompiler compiler;
    private final InstantSource clock;

    Replays(Rulebooks rulebooks, RecordedRequests requests, RuleCompiler compiler, InstantSource clock) {
        this.rulebooks = rulebooks;
        this.requests = requests;
        this.compiler = compiler;
        this.clock = clock;
    }

    /**
     * Decides the requests of the last days again. Takes a second for a few ten thousand of them.
     *
     * @param days from 1 to {@value #MOST_DAYS}
     * @throws RulebookRefusedException when the policies cannot be taken, with all that is wrong
     */
    public ReplayReport replay(Actor actor, long project, RuleSet rules, int days) {
        actor.require(Permission.DECISION_EXPLAIN);
        if (days < 1 || days > MOST_DAYS) {
            throw new RulebookRefusedException(List.of(new Problem("days", Reason.OUT_OF_RANGE, "1 to " + MOST_DAYS)));
        }
        rulebooks.requireTakable(actor, project, rules);
        Instant since = clock.instant().minus(Duration.ofDays(days));
        Tally tally = new Tally(since, actor.may(Permission.ACS_LOG_VIEW));
        AccessDecisionPoint trial = compiler.trial(Rulebook.draft(project, rules));
        requests.since(project, since, batch -> batch.parallelStream()
                .map(recorded -> judge(recorded, trial))
                .toList()
                .forEach(judged -> judged.ifPresentOrElse(tally::add, tally::skip)));
        return tally.report();
    }

    /** An entry whose facts cannot be read is one that nothing can be said of, and keeps nobody from the others. */
    private static Optional<Judged> judge(Recorded recorded, AccessDecisionPoint trial) {
        try {
            return Optional.of(new Judged(recorded, trial.decide(recorded.facts())));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    private record Judged(Recorded recorded, Decision decision) {
        /** Names of the policies that decided. */
        List<String> policies() {
            PolicyEffect deciding =
                    switch (decision.reason()) {
                        case POLICY_DENIED, SECOND_CREDENTIAL_NEEDED -> PolicyEffect.DENY;
                        case POLICY_ALLOWED -> PolicyEffect.ALLOW;
                        case EMERGENCY_EGRESS -> PolicyEffect.EGRESS;
                        default -> null;
                    };
            return decision.policies().stream()
                    .filter(policy -> policy.effect() == deciding)
                    .map(AppliedPolicy::name)
                    .toList();
        }
    }

    private record Kind(
            Verdict verdict,
            @Nullable String deviceId,
            @Nullable String deviceName,
            List<String> policies) {}

    /** Counts what changes. */
    private static final class Tally {
        private final Instant since;
        private final boolean withNames;
        private final Map<Kind, Long> changes = new HashMap<>();
        private final Deque<Example> examples = new ArrayDeque<>();
        private long judged;
        private long unjudged;
        private long shut;
        private long opened;

        Tally(Instant since, boolean withNames) {
            this.since = since;
            this.withNames = withNames;
        }

        void add(Judged one) {
            Recorded recorded = one.recorded();
            if (one.decision().reason() == ReasonCode.INDETERMINATE) {
                skip();
                return;
            }
            judged++;
            Verdict verdict = one.decision().verdict();
            if (verdict == recorded.verdict()) {
                return;
            }
            if (verdict == Verdict.DENY) {
                shut++;
            } else {
                opened++;
            }
            List<String> policies = one.policies();
            changes.merge(new Kind(verdict, recorded.deviceId(), recorded.deviceName(), policies), 1L, Long::sum);
            examples.addFirst(new Example(
                    recorded.id(),
                    recorded.at(),
                    recorded.deviceName(),
                    withNames ? recorded.ownerName() : null,
                    recorded.reason(),
                    one.decision().reason(),
                    policies));
            if (examples.size() > MOST_EXAMPLES) {
                examples.removeLast();
            }
        }

        void skip() {
            unjudged++;
        }

        ReplayReport report() {
            List<Change> sorted = new ArrayList<>();
            changes.forEach((kind, count) ->
                    sorted.add(new Change(kind.verdict(), kind.deviceId(), kind.deviceName(), kind.policies(), count)));
            sorted.sort(Comparator.comparingLong(Change::count).reversed());
            return new ReplayReport(since, judged, unjudged, shut, opened, sorted, List.copyOf(examples));
        }
    }
}
