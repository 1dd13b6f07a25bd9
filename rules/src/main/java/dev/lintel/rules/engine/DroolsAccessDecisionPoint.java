package dev.lintel.rules.engine;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.Decision;
import dev.lintel.rules.access.Candidate;
import dev.lintel.rules.access.Findings;
import java.lang.System.Logger;
import java.util.ArrayList;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.Environment;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;

/**
 * Decides by rules that Drools runs. Every decision has a session of its own, which costs a microsecond and shares nothing
 * with others: {@code rules/decisions/2026-11-22-why-a-session-for-each-decision.md}.
 */
public final class DroolsAccessDecisionPoint implements AccessDecisionPoint {
    /** Rules that fire more often than this for one request have run away. */
    private static final int MOST_FIRINGS = 10_000;

    private static final Logger LOG = System.getLogger(DroolsAccessDecisionPoint.class.getName());

    private final KieBase rules;
    private final String version;
    private final boolean withPolicies;
    private final KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
    private final Environment environment = KieServices.get().newEnvironment();

    private DroolsAccessDecisionPoint(KieBase rules, String version, boolean withPolicies) {
        this.rules = rules;
        this.version = version;
        this.withPolicies = withPolicies;
    }

    /** Decides by the shipped rules alone. */
    public static DroolsAccessDecisionPoint shipped() {
        String version = "shipped-" + RuleTexts.shipped().fingerprint();
        return new DroolsAccessDecisionPoint(RuleBases.shipped(), version, false);
    }

    /**
     * Decides by the shipped rules and further ones, which are compiled now. That takes seconds.
     *
     * @param policies texts in Drools' rule language, package {@code dev.lintel.rules.access}, each with the global
     *     {@code findings}. They are run as they are: nobody but this program may write them
     * @throws RuleCompilationException if they are wrong
     */
    public static DroolsAccessDecisionPoint withPolicies(List<String> policies) {
        if (policies.isEmpty()) {
            return shipped();
        }
        RuleTexts texts = RuleTexts.shipped().and(policies);
        return new DroolsAccessDecisionPoint(RuleBases.compile(texts), "policies-" + texts.fingerprint(), true);
    }

    @Override
    public Decision decide(AccessFacts facts) {
        try {
            return run(facts);
        } catch (RuntimeException | StackOverflowError | LinkageError failure) {
            LOG.log(Logger.Level.ERROR, "rules " + version + " failed", failure);
            return Decision.indeterminate(version);
        }
    }

    @Override
    public String ruleVersion() {
        return version;
    }

    private Decision run(AccessFacts facts) {
        Findings findings = new Findings();
        List<Candidate> candidates = candidates(facts);
        KieSession session = rules.newKieSession(configuration, environment);
        try {
            session.setGlobal("findings", findings);
            session.insert(facts);
            for (Candidate candidate : candidates) {
                session.insert(candidate);
            }
            int fired = session.fireAllRules(
                    match -> {
                        findings.fired(match.getRule().getName());
                        return true;
                    },
                    MOST_FIRINGS);
            if (fired >= MOST_FIRINGS) {
                throw new IllegalStateException("rules have run away");
            }
        } finally {
            session.dispose();
        }
        // what policies look at is not known, so with them an answer is good for its own instant only
        return new Verdicts(facts, candidates, findings)
                .decide(version, withPolicies ? facts.at().plusNanos(1) : null);
    }

    private static List<Candidate> candidates(AccessFacts facts) {
        List<GrantFact> grants = facts.grants();
        List<Candidate> candidates = new ArrayList<>(grants.size());
        for (GrantFact grant : grants) {
            candidates.add(new Candidate(grant, facts));
        }
        return candidates;
    }
}
