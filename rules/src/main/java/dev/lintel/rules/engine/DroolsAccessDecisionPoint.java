package dev.lintel.rules.engine;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.ClockFact;
import dev.lintel.domain.access.AccessFacts.GrantFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.rulebook.Rulebook;
import dev.lintel.rules.access.Asked;
import dev.lintel.rules.access.Candidate;
import dev.lintel.rules.access.Findings;
import dev.lintel.rules.authoring.PolicyRules;
import dev.lintel.rules.engine.DecisionTables.Hit;
import dev.lintel.rules.engine.DecisionTables.Hits;
import dev.lintel.rules.engine.Verdicts.Concerned;
import java.lang.System.Logger;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
    private static final Logger LOG = System.getLogger(DroolsAccessDecisionPoint.class.getName());

    private final KieBase rules;
    private final String version;
    private final @Nullable Rulebook rulebook;
    private final @Nullable DecisionTables tables;
    private final NavigableSet<LocalTime> edges;
    private final KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
    private final Environment environment = KieServices.get().newEnvironment();

    private DroolsAccessDecisionPoint(KieBase rules, String version, @Nullable Rulebook rulebook) {
        this.rules = rules;
        this.version = version;
        this.rulebook = rulebook;
        this.tables = rulebook == null ? null : new DecisionTables(rulebook.tables());
        this.edges = rulebook == null ? Collections.emptyNavigableSet() : rulebook.edges();
    }

    /** Decides by the shipped rules alone. */
    public static DroolsAccessDecisionPoint shipped() {
        return new DroolsAccessDecisionPoint(
                RuleBases.shipped(), "shipped-" + RuleTexts.shipped().fingerprint(), null);
    }

    /**
     * Decides by the shipped rules and the policies of a rulebook, whichever version facts name. They are compiled now, which
     * takes a second or so.
     */
    public static DroolsAccessDecisionPoint of(Rulebook rulebook) {
        RuleTexts texts = RuleTexts.shipped().and(List.of(PolicyRules.text(rulebook)));
        String fingerprint = texts.and(DecisionTables.texts(rulebook.tables())).fingerprint();
        return new DroolsAccessDecisionPoint(
                RuleBases.compile(texts), "rulebook-" + rulebook.version() + "-" + fingerprint, rulebook);
    }

    /**
     * Decides by the shipped rules and further ones.
     *
     * @param drl in package {@code dev.lintel.rules.access}, with the global {@code findings}. It is run as it is
     * @throws RuleCompilationException if it is wrong
     */
    static DroolsAccessDecisionPoint with(List<String> drl) {
        RuleTexts texts = RuleTexts.shipped().and(drl);
        return new DroolsAccessDecisionPoint(RuleBases.compile(texts), "texts-" + texts.fingerprint(), null);
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
            if (rulebook != null && facts.device() != null && facts.holder() != null) {
                session.insert(new Asked(facts, rulebook.policies()));
            }
            Budget budget = new Budget();
            budget.check(session.fireAllRules(
                    match -> {
                        budget.check();
                        findings.fired(match.getRule().getName());
                        return true;
                    },
                    Budget.MOST_FIRINGS));
        } finally {
            session.dispose();
        }
        boolean isKnown = facts.device() != null && facts.holder() != null;
        Hits hits = tables == null || !isKnown ? Hits.NONE : tables.hits(facts);
        return new Verdicts(facts, candidates, findings, concerned(findings, hits), hits.isUndecided())
                .decide(version, nextEdge(facts));
    }

    /** The policies that concern a request, and after them the row that counts of each table. */
    private List<Concerned> concerned(Findings findings, Hits hits) {
        if (rulebook == null) {
            return List.of();
        }
        List<Concerned> concerned = new ArrayList<>();
        findings.policies().stream()
                .mapToObj(rulebook.policies()::get)
                .forEach(policy -> concerned.add(new Concerned(policy, policy.applied())));
        for (Hit hit : hits.rows()) {
            concerned.add(
                    new Concerned(hit.table().rows().get(hit.row()), hit.table().applied(hit.row())));
        }
        return concerned;
    }

    private @Nullable Instant nextEdge(AccessFacts facts) {
        ClockFact clock = facts.clock();
        Instant edge = clock == null ? null : Rulebook.nextEdge(edges, facts.at(), clock.zone());
        edge = earlier(edge, rulebook == null ? null : rulebook.nextLiveEdge(facts));
        for (ScheduleFact schedule : Objects.requireNonNullElse(facts.schedules(), List.<ScheduleFact>of())) {
            Instant until = schedule.until();
            edge = until != null && until.isAfter(facts.at()) ? earlier(edge, until) : edge;
        }
        return edge;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isBefore(one) ? other : one;
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
