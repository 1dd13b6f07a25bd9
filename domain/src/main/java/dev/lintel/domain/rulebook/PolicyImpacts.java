package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Says what policies would do before anybody is bound by them: with the rules that decide at the doors, person by person. */
@Service
public class PolicyImpacts {
    public static final int MOST_NAMED = 200;

    /** A server that was just started on a busy machine takes long; what is not looked at by then is left out, and that is said. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Rulebooks rulebooks;
    private final AccessDirectory directory;
    private final AccessDecisionPoint rules;
    private final RuleCompiler compiler;
    private final InstantSource clock;

    PolicyImpacts(
            Rulebooks rulebooks,
            AccessDirectory directory,
            AccessDecisionPoint rules,
            RuleCompiler compiler,
            InstantSource clock) {
        this.rulebooks = rulebooks;
        this.directory = directory;
        this.rules = rules;
        this.compiler = compiler;
        this.clock = clock;
    }

    /**
     * What would be otherwise if these policies were in force instead of those that are.
     *
     * @throws RulebookRefusedException when the policies cannot be taken, with all that is wrong
     */
    public PolicyImpact of(Actor actor, long project, RuleSet draft) {
        rulebooks.requireTakable(actor, project, draft);
        SiteSnapshot site = Objects.requireNonNull(directory.site(project));
        List<RuleSet> before = rulebooks.rulesDeciding(project);
        Instant now = clock.instant();
        boolean withNames = actor.reach(Permission.USER_VIEW).hasProject(project);
        AccessDecisionPoint trial = compiler.trial(Rulebook.draft(project, draft));
        Instant patience = now.plus(PATIENCE);
        return new ImpactSearch(site, rules, trial, before, draft, now)
                .run(() -> clock.instant().isAfter(patience), withNames);
    }
}
