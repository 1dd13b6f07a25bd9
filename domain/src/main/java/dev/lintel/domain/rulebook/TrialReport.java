package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out when rules were tried that need not be in force.
 *
 * @param diagnostics what whoever wrote them may not have meant
 */
public record TrialReport(
        Instant at,
        List<ScenarioResult> scenarios,
        List<InvariantResult> invariants,
        Coverage coverage,
        List<Diagnostic> diagnostics) {
    public TrialReport {
        scenarios = List.copyOf(scenarios);
        invariants = List.copyOf(invariants);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether nothing that was tried speaks against putting the rules in force. */
    public boolean isPassed() {
        return failed() == 0;
    }

    /** How many scenarios and invariants there are. */
    public int tests() {
        return scenarios.size() + invariants.size();
    }

    /** How many of them do not come out as they must. */
    public long failed() {
        return scenarios.stream().filter(one -> !one.passed()).count()
                + invariants.stream().filter(one -> !one.holds()).count();
    }

    /**
     * What became of one scenario.
     *
     * @param expected null for a question to a table about something else than doors
     * @param verdict null when it could not be asked, as when its device is no more
     * @param by names of the policies that concerned the request, or of the table of which a row counts
     * @param outcome of a question to such a table; null for a request
     */
    public record ScenarioResult(
            String id,
            String name,
            boolean passed,
            @Nullable Verdict expected,
            @Nullable Verdict verdict,
            @Nullable ReasonCode reason,
            List<String> by,
            @Nullable OutcomeResult outcome) {
        public ScenarioResult {
            by = List.copyOf(by);
        }
    }

    /**
     * What a table about something else than doors said.
     *
     * @param said null when it could not be asked, as when the device is no more
     * @param row number of the row that counts, from 1; null when none does
     */
    public record OutcomeResult(
            OutcomeKind about,
            Outcome expected,
            @Nullable Outcome said,
            @Nullable Integer row) {}

    /**
     * Whether one invariant holds.
     *
     * @param id {@link Invariants#EGRESS} for the one that every project has
     * @param requests how many kinds of requests were looked at
     * @param violation the smallest request that breaks it; null when it holds
     */
    public record InvariantResult(
            String id, String name, long requests, @Nullable Violation violation) {
        public boolean holds() {
            return violation == null;
        }
    }

    /**
     * A request that breaks an invariant.
     *
     * @param person id of whoever could make it today; null when nobody could yet, or it is not for the asker to know
     * @param personName null when the person is
     * @param by names of the policies that concern it
     */
    public record Violation(
            RequestCase example,
            @Nullable String person,
            @Nullable String personName,
            ReasonCode reason,
            List<String> by) {
        public Violation {
            by = List.copyOf(by);
        }

        Violation withoutName() {
            return new Violation(example, null, null, reason, by);
        }
    }

    /**
     * How much of the rules and of the site the scenarios ask about.
     *
     * @param rules how many policies and rows of all tables a scenario is concerned by, of {@code allRules}
     * @param untried ids of the others
     * @param doors how many devices, of {@code allDoors}
     * @param hours how many hours of a week, of 168
     */
    public record Coverage(int rules, int allRules, List<String> untried, int doors, int allDoors, int hours) {
        public Coverage {
            untried = List.copyOf(untried);
        }
    }
}
