package dev.lintel.routes.rest;

import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.access.ThreatLevels;
import dev.lintel.domain.access.ThreatLevels.SetLevel;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How dangerous it is where. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "Rules")
class ThreatLevelsController {
    /** Where it is not as usual. */
    @Schema(name = "ThreatLevel")
    record LevelView(
            String group,
            String groupName,

            @Schema(allowableValues = {"elevated", "lockdown", "evacuation"})
            String level,

            Instant since,

            @Schema(description = "Who set it.") String by) {
        static LevelView of(SetLevel set) {
            return new LevelView(set.group(), set.groupName(), WireName.of(set.level()), set.since(), set.by());
        }
    }

    /** The level that a group is to have. */
    @Schema(name = "ThreatLevelWish")
    record Wish(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"normal", "elevated", "lockdown", "evacuation"})
            @Nullable
            String level) {}

    private final ThreatLevels levels;

    ThreatLevelsController(ThreatLevels levels) {
        this.levels = levels;
    }

    @GetMapping("/threat-levels")
    @Operation(
            summary = "Where the threat level is not normal",
            description = "As far as you may see the rules or set a level. Permission `rule.view` or `threat.set`.")
    List<LevelView> levels(Actor actor, @PathVariable long project) {
        return levels.of(actor, project).stream().map(LevelView::of).toList();
    }

    @PutMapping("/groups/{group}/threat-level")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set the threat level of a group and all below it", description = """
                    The root group is the whole project. Of several levels that hold for a door, the highest counts. Policies that \
                    ask for it hold at once. Permission `threat.set`.""")
    void set(Actor actor, @PathVariable long project, @PathVariable String group, @RequestBody Wish wanted) {
        ThreatLevel level = Objects.requireNonNull(
                Words.choice("level", ThreatLevel.class, Words.required("level", wanted.level())));
        if (!levels.set(actor, project, group, level)) {
            throw new Problems.NotFoundException("group", group);
        }
    }
}
