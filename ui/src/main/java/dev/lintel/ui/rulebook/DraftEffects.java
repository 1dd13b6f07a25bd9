package dev.lintel.ui.rulebook;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.rulebook.PolicyImpact;
import dev.lintel.domain.rulebook.PolicyImpacts;
import dev.lintel.domain.rulebook.ReplayReport;
import dev.lintel.domain.rulebook.Replays;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.TrialReport;
import dev.lintel.domain.rulebook.Trials;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a draft does to people and would have made of the past, worked out for whoever edits it. */
@Component
final class DraftEffects {
    /** So many days back requests are tried at first. */
    static final int DAYS = 30;

    private final PolicyImpacts impacts;
    private final Replays replays;
    private final Trials trials;

    DraftEffects(PolicyImpacts impacts, Replays replays, Trials trials) {
        this.trials = trials;
        this.impacts = impacts;
        this.replays = replays;
    }

    /** @param replay null for those who may not decide again what has happened */
    record Effects(PolicyImpact impact, @Nullable ReplayReport replay) {}

    TrialReport tried(Actor actor, long project, RuleSet rules) {
        return trials.of(actor, project, rules);
    }

    /** @param days how far back requests are tried, from 1 to {@value Replays#MOST_DAYS} */
    Effects of(Actor actor, long project, RuleSet draft, int days) {
        boolean mayReplay = !(actor.reach(Permission.DECISION_EXPLAIN) instanceof Reach.Nothing);
        return new Effects(
                impacts.of(actor, project, draft), mayReplay ? replays.replay(actor, project, draft, days) : null);
    }
}
