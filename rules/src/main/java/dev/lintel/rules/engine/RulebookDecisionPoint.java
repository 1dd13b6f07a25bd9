package dev.lintel.rules.engine;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.rulebook.OutcomeQuestion;
import dev.lintel.domain.rulebook.OutcomeRules;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.RuleCompiler;
import dev.lintel.domain.rulebook.Rulebook;
import dev.lintel.domain.rulebook.RulebookVersions;
import java.lang.System.Logger;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides by the version of the rulebook that facts name, so that a decision under way ends with the rules that it began with,
 * and one of long ago is made again with those of then.
 */
public final class RulebookDecisionPoint implements AccessDecisionPoint, RuleCompiler, OutcomeRules {
    /** What is looked at once is compiled again when it is looked at again much later. */
    private static final int MOST_READY = 64;

    private static final Logger LOG = System.getLogger(RulebookDecisionPoint.class.getName());

    private final DroolsAccessDecisionPoint shipped = DroolsAccessDecisionPoint.shipped();
    private final Map<String, DroolsAccessDecisionPoint> inForce = new ConcurrentHashMap<>();
    private final Map<String, DroolsAccessDecisionPoint> earlier = new ConcurrentHashMap<>();
    private final Map<Rulebook, DroolsAccessDecisionPoint> trials = new ConcurrentHashMap<>();
    private final OutcomeModels outcomes = new OutcomeModels();
    private final RulebookVersions versions;

    public RulebookDecisionPoint(RulebookVersions versions) {
        this.versions = versions;
    }

    @Override
    public Decision decide(AccessFacts facts) {
        String version = facts.rulebook();
        if (version == null) {
            return shipped.decide(facts);
        }
        DroolsAccessDecisionPoint ready = inForce.get(version);
        try {
            return (ready == null ? ofEarlier(version) : ready).decide(facts);
        } catch (RuntimeException failure) {
            LOG.log(Logger.Level.ERROR, "rulebook " + version + " cannot decide", failure);
            return Decision.indeterminate("rulebook-" + version);
        }
    }

    private DroolsAccessDecisionPoint ofEarlier(String version) {
        if (earlier.size() > MOST_READY) {
            earlier.clear();
        }
        return earlier.computeIfAbsent(
                version,
                asked -> DroolsAccessDecisionPoint.of(versions.version(asked)
                        .orElseThrow(() -> new IllegalStateException("there is no rulebook " + asked))));
    }

    @Override
    public void prepare(OutcomeTable table) {
        outcomes.prepare(table);
    }

    @Override
    public OptionalInt row(OutcomeTable table, OutcomeQuestion question) {
        return outcomes.row(table, question);
    }

    @Override
    public void prepare(Rulebook rulebook) {
        rulebook.outcomes().forEach(outcomes::prepare);
        inForce.computeIfAbsent(rulebook.version(), version -> {
            DroolsAccessDecisionPoint known = earlier.remove(version);
            return known == null ? DroolsAccessDecisionPoint.of(rulebook) : known;
        });
    }

    @Override
    public void retire(String version) {
        DroolsAccessDecisionPoint retired = inForce.remove(version);
        if (retired != null) {
            earlier.put(version, retired);
        }
    }

    @Override
    public AccessDecisionPoint trial(Rulebook draft) {
        if (trials.size() > MOST_READY) {
            trials.clear();
        }
        return trials.computeIfAbsent(draft, DroolsAccessDecisionPoint::of);
    }

    @Override
    public String ruleVersion() {
        return shipped.ruleVersion();
    }
}
