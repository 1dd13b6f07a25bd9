package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AcsLog;
import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes scenarios of what has happened, so that it happens again. */
@Service
public class RecordedScenarios {
    private final Rulebooks rulebooks;
    private final AcsLog log;

    RecordedScenarios(Rulebooks rulebooks, AcsLog log) {
        this.rulebooks = rulebooks;
        this.log = log;
    }

    /**
     * Writes into the draft that the request of a log entry is to be answered as it was. Who it was does not stand there.
     *
     * @param entry number of the entry
     * @param name of the scenario
     * @throws RulebookRefusedException when there is no such entry of the project, when the server did not decide it, and when
     *     the name cannot be taken
     */
    @Transactional
    public RulebookVersion keep(Actor actor, long project, long entry, String name) {
        actor.require(Permission.DECISION_EXPLAIN);
        RuleSet written = rulebooks.written(actor, project);
        RecordedDecision recorded = log.get(actor, entry)
                .filter(found ->
                        found.entry().project() != null && found.entry().project() == project)
                .orElseThrow(() -> new RulebookRefusedException("entry", Reason.UNKNOWN));
        ReasonCode reason = recorded.entry().reason();
        if (reason == ReasonCode.DECIDED_BY_DEVICE || reason == ReasonCode.INDETERMINATE) {
            throw new RulebookRefusedException("entry", Reason.NOT_DECIDED);
        }
        List<Scenario> all = new ArrayList<>(written.scenarios());
        all.add(new Scenario(
                UUID.randomUUID().toString(),
                name.strip(),
                null,
                recorded.facts().withoutPerson(),
                recorded.entry().verdict(),
                null));
        Long edition =
                rulebooks.open(actor, project).map(RulebookVersion::edition).orElse(null);
        try {
            return rulebooks.draft(actor, project, written.withScenarios(all), edition);
        } catch (RulebookRefusedException refused) {
            throw new RulebookRefusedException(refused.problems().stream()
                    .map(Problem.class::cast)
                    .map(problem -> new Problem(
                            problem.field().replace("scenarios[" + (all.size() - 1) + "].", ""),
                            problem.reason(),
                            problem.value()))
                    .toList());
        }
    }
}
