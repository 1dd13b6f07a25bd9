package dev.lintel.routes.rest;

import dev.lintel.domain.group.GroupGeneration;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.group.PlannedGroup;
import dev.lintel.domain.permission.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Makes many groups at once. */
@RestController
@RequestMapping("/api/v1/projects/{project}/groups")
@Tag(name = "Groups")
class GroupGenerationController {
    private final GroupGeneration generation;
    private final Groups groups;

    GroupGenerationController(GroupGeneration generation, Groups groups) {
        this.generation = generation;
        this.groups = groups;
    }

    /** What is generated. */
    record Generated(
            @Schema(description = "Whether they are stored now.")
            boolean stored,

            int count,

            @Schema(description = "For a dry run: the tree, to be edited and sent again as `groups`.")
            List<GroupPlanWish.Planned> groups) {}

    @PostMapping("/generate")
    @Operation(summary = "Generate groups below one", description = """
        Levels within levels, all stored or none; up to 50,000 in one go. Permission \
        `group.create-descendant`.""")
    Generated generate(
            Actor actor,
            @PathVariable long project,
            @RequestBody GroupPlanWish wish,
            @Parameter(description = "Only show what would be made.") @RequestParam(defaultValue = "false")
                    boolean dryRun) {
        String parent = Words.required("parent", wish.parent());
        List<PlannedGroup> tree = wish.tree();
        int count = PlannedGroup.size(tree);
        if (dryRun) {
            if (groups.find(actor, project, parent).isEmpty()) {
                throw GroupsController.unknown(parent);
            }
            return new Generated(
                    false, count, tree.stream().map(GroupPlanWish.Planned::of).toList());
        }
        if (generation.below(actor, project, parent, tree, progress -> {}).isEmpty()) {
            throw GroupsController.unknown(parent);
        }
        return new Generated(true, count, List.of());
    }
}
