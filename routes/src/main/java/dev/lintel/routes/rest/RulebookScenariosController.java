package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.domain.rulebook.Rulebooks;
import dev.lintel.domain.rulebook.ScenarioTexts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The scenarios of a draft, as JSON and as YAML. */
@RestController
@RequestMapping("/api/v1/projects/{project}/rulebook/draft/scenarios")
@Tag(name = "Rulebook")
class RulebookScenariosController {
    private final Rulebooks rulebooks;
    private final ScenarioTexts texts;

    RulebookScenariosController(Rulebooks rulebooks, ScenarioTexts texts) {
        this.rulebooks = rulebooks;
        this.texts = texts;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The scenarios that are written now",
            description = "Of the draft, else of what is in force; as YAML, too. Permission `rule.view`.")
    List<RuleSetView.ScenarioView> json(Actor actor, @PathVariable long project) {
        return rulebooks.written(actor, project).scenarios().stream()
                .map(RuleSetView.ScenarioView::of)
                .toList();
    }

    @GetMapping(produces = MediaType.APPLICATION_YAML_VALUE)
    @Operation(
            summary = "The scenarios that are written now",
            description = "Of the draft, else of what is in force; as YAML, too. Permission `rule.view`.")
    String yaml(Actor actor, @PathVariable long project) {
        return texts.yaml(actor, project);
    }

    @PutMapping(consumes = MediaType.APPLICATION_YAML_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Write the scenarios of the draft", description = """
                    A YAML list in the words of the JSON, instead of the scenarios that there are. `by` takes the name of a policy \
                    or table as well as its id; a scenario without `id` is the one of that name, or a new one; a recorded one says \
                    `recorded: true` and its id; `outcome: {}` is as without the table. Anchors, aliases, tags and more than 500,000 \
                    characters are refused; errors name line and field. 409 when somebody else has changed the draft since the \
                    edition given. Permission `rule.draft`.""")
    RulebookVersionView write(
            Actor actor,
            @PathVariable long project,
            @Parameter(description = "Of the draft that was read; missing where there was none.")
                    @RequestParam(required = false)
                    @Nullable
                    Long edition,
            @RequestBody String yaml) {
        RulebookVersion draft = texts.write(actor, project, yaml, edition);
        return RulebookVersionView.of(draft);
    }
}
