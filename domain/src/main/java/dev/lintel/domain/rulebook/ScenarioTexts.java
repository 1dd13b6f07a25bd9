package dev.lintel.domain.rulebook;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.rulebook.ScenarioYamlException.Problem;
import dev.lintel.domain.wire.FieldProblem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scenarios of a draft as text that people keep beside their other files. */
@Service
public class ScenarioTexts {
    private static final Pattern PLACE = Pattern.compile("scenarios\\[(\\d+)].*");

    private final Rulebooks rulebooks;

    ScenarioTexts(Rulebooks rulebooks) {
        this.rulebooks = rulebooks;
    }

    /** Those that are written now, as YAML: of the draft, else of what is in force. */
    @Transactional(readOnly = true)
    public String yaml(Actor actor, long project) {
        return ScenarioYaml.write(rulebooks.written(actor, project));
    }

    /**
     * Writes these into the draft, instead of those that there are.
     *
     * @param edition of the draft that was edited; null where there was none
     * @throws ScenarioYamlException with all that is wrong, each with its line
     * @throws RulebookRefusedException when somebody else has changed the draft
     */
    @Transactional
    public RulebookVersion write(Actor actor, long project, String yaml, @Nullable Long edition) {
        rulebooks.require(actor, Permission.RULE_DRAFT, project);
        RuleSet written = rulebooks.written(actor, project);
        ScenarioYaml.Read read = ScenarioYaml.read(yaml, written);
        try {
            return rulebooks.draft(actor, project, written.withScenarios(read.scenarios()), edition);
        } catch (RulebookRefusedException refused) {
            if (refused.isTooLate()) {
                throw refused;
            }
            throw new ScenarioYamlException(refused.problems().stream()
                    .map(problem -> located(problem, read.lines()))
                    .toList());
        }
    }

    private static Problem located(FieldProblem problem, List<Integer> lines) {
        Matcher place = PLACE.matcher(problem.fieldName());
        int line = place.matches() ? lines.get(Integer.parseInt(place.group(1))) : 1;
        return new Problem(problem.fieldName(), problem.reason(), problem.value(), line);
    }
}
