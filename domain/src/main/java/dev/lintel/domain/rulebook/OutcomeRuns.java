package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.rulebook.TrialReport.OutcomeResult;
import dev.lintel.domain.rulebook.TrialReport.ScenarioResult;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks tables about something else than doors what scenarios ask them. */
final class OutcomeRuns {
    private static final Logger LOG = LoggerFactory.getLogger(OutcomeRuns.class);

    private final RuleSet rules;
    private final SiteSnapshot site;
    private final OutcomeRules outcomes;
    private final Instant now;
    private final Set<String> tried = new HashSet<>();

    OutcomeRuns(RuleSet rules, SiteSnapshot site, OutcomeRules outcomes, Instant now) {
        this.rules = rules;
        this.site = site;
        this.outcomes = outcomes;
        this.now = now;
    }

    /** Ids of the rows that have counted. */
    Set<String> tried() {
        return tried;
    }

    ScenarioResult run(Scenario scenario, OutcomeCase asked) {
        OutcomeTable table = rules.outcomes().stream()
                .filter(one -> one.kind() == asked.about())
                .findFirst()
                .orElse(null);
        OutcomeResult result = result(asked, table);
        return new ScenarioResult(
                scenario.id(),
                scenario.name(),
                asked.expected().equals(result.said()),
                null,
                null,
                null,
                table == null || result.row() == null ? List.of() : List.of(table.name()),
                result);
    }

    private OutcomeResult result(OutcomeCase asked, @Nullable OutcomeTable table) {
        SiteSnapshot telling = table == null ? site : site.asking(Rulebook.wanted(table.parts()));
        OutcomeQuestion question = asked.question().asked(asked.about(), telling, now);
        if (question == null) {
            return new OutcomeResult(asked.about(), asked.expected(), null, null);
        }
        if (table == null) {
            return new OutcomeResult(asked.about(), asked.expected(), Outcome.NOTHING, null);
        }
        try {
            return result(asked, table, outcomes.row(table, question));
        } catch (RuntimeException failure) {
            LOG.warn("a table that is tried could not be asked", failure);
            return new OutcomeResult(asked.about(), asked.expected(), null, null);
        }
    }

    private OutcomeResult result(OutcomeCase asked, OutcomeTable table, OptionalInt row) {
        if (row.isEmpty()) {
            return new OutcomeResult(asked.about(), asked.expected(), Outcome.NOTHING, null);
        }
        OutcomeRow counting = table.rows().get(row.getAsInt());
        tried.add(counting.id());
        return new OutcomeResult(asked.about(), asked.expected(), counting.outcome(), row.getAsInt() + 1);
    }
}
