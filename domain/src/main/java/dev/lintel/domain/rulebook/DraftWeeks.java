package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.matrix.DoorWeek;
import dev.lintel.domain.access.matrix.DoorWeekQuery;
import dev.lintel.domain.access.matrix.DoorWeeks;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The week of a door under the rules in force, and as a draft would have it. */
@Service
public class DraftWeeks {
    private final Rulebooks rulebooks;
    private final RuleCompiler compiler;
    private final DoorWeeks weeks;

    DraftWeeks(Rulebooks rulebooks, RuleCompiler compiler, DoorWeeks weeks) {
        this.rulebooks = rulebooks;
        this.compiler = compiler;
        this.weeks = weeks;
    }

    /** Whether there is a draft that this person may look at. */
    public boolean hasDraft(Actor actor, long project) {
        return rulebooks.may(actor, Permission.RULE_VIEW, project)
                && rulebooks.open(actor, project).isPresent();
    }

    /**
     * The week under the rules that the query names.
     *
     * @return empty when there is no such user, identifier or device as far as the actor reaches, and no draft where one is
     *     asked for
     */
    public Optional<DoorWeek> week(Actor actor, DoorWeekQuery asked) {
        if (!asked.draft()) {
            return weeks.week(actor, asked);
        }
        if (!hasDraft(actor, asked.project())) {
            return Optional.empty();
        }
        return rulebooks
                .open(actor, asked.project())
                .map(draft -> Rulebook.draft(asked.project(), draft.rules()))
                .flatMap(draft -> weeks.week(actor, asked, compiler.trial(draft), draft.wanted()));
    }
}
