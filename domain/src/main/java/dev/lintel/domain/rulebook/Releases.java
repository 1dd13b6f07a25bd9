package dev.lintel.domain.rulebook;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a draft to the doors: it is tried first, what came out is kept with it, and what failed keeps it from them. */
@Service
public class Releases {
    /** So far back recorded requests are decided again, in days. */
    private static final int REPLAYED_DAYS = 30;

    private final Rulebooks rulebooks;
    private final Trials trials;
    private final Replays replays;

    Releases(Rulebooks rulebooks, Trials trials, Replays replays) {
        this.rulebooks = rulebooks;
        this.trials = trials;
        this.replays = replays;
    }

    /**
     * Lets somebody else look at the draft and put it in force, with what its scenarios, its invariants and the requests of the
     * last thirty days came to. Takes a second for a few ten thousand requests.
     *
     * @param note what it is for; up to {@value Rulebooks#LONGEST_NOTE} characters
     * @throws RulebookRefusedException when it may not be, with the reason
     */
    public RulebookVersion submit(Actor actor, long project, long edition, String note) {
        RuleSet rules = rules(actor, project);
        ReleaseReport report = new ReleaseReport(tried(project, rules), replayed(actor, project, rules));
        return rulebooks.submit(actor, project, edition, note, report);
    }

    /** Puts the draft in force at once, everywhere, see {@link #publish(Actor, long, long, ReleaseWish)}. */
    public RulebookVersion publish(Actor actor, long project, long edition, Set<String> confirmed) {
        return publish(actor, project, edition, ReleaseWish.now(confirmed));
    }

    /**
     * Puts the draft in force: when this returns, doors are decided by it, or it is planned for the moment that is wished. One of
     * those who wrote it may do so only where one is enough, see {@link Rulebooks#isOneEnough}.
     *
     * @throws RulebookRefusedException when it may not be, with all reasons: a scenario that fails and an invariant that does
     *     not hold among them
     */
    public RulebookVersion publish(Actor actor, long project, long edition, ReleaseWish wish) {
        Optional<RulebookVersion> draft = rulebooks.open(actor, project);
        ReplayReport replay =
                draft.map(RulebookVersion::report).map(ReleaseReport::replay).orElse(null);
        ReleaseReport report = new ReleaseReport(tried(project, rules(actor, project)), replay);
        return rulebooks.publish(actor, project, edition, wish, report);
    }

    private RuleSet rules(Actor actor, long project) {
        return rulebooks
                .open(actor, project)
                .map(RulebookVersion::rules)
                .orElseThrow(() -> new NoSuchRulebookException(project));
    }

    private TrialReport tried(long project, RuleSet rules) {
        return Trials.withoutNames(trials.run(project, rules));
    }

    private @Nullable ReplayReport replayed(Actor actor, long project, RuleSet rules) {
        if (actor.reach(Permission.DECISION_EXPLAIN) instanceof Reach.Nothing) {
            return null;
        }
        ReplayReport report = replays.replay(actor, project, rules, REPLAYED_DAYS);
        return new ReplayReport(
                report.since(),
                report.judged(),
                report.unjudged(),
                report.shut(),
                report.opened(),
                report.changes(),
                List.of());
    }
}
