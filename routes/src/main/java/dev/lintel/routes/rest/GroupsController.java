package dev.lintel.routes.rest;

import dev.lintel.domain.group.GroupEdited;
import dev.lintel.domain.group.GroupEdits;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.GroupDeletions;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The trees of groups. */
@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Groups",
        description = "Who belongs to groups sees these and what is below; who has `group.view.all` sees those of all"
                + " projects.")
class GroupsController {
    private static final int USUAL_PAGE = 200;

    private final Groups groups;
    private final GroupEdits edits;
    private final GroupDeletions deletions;

    GroupsController(Groups groups, GroupEdits edits, GroupDeletions deletions) {
        this.groups = groups;
        this.edits = edits;
        this.deletions = deletions;
    }

    /** Where a group is to go. */
    record Move(@Nullable String parent) {}

    @GetMapping("/projects/{project}/groups")
    @Operation(
            summary = "List groups of a project",
            description = "Those below a parent, or found by words of their path, or where the asker's tree begins.")
    List<GroupView> list(
            Actor actor,
            @PathVariable long project,
            @Parameter(description = "Id of the group whose subgroups are listed, by name.")
                    @RequestParam(required = false)
                    @Nullable
                    String parent,
            @Parameter(description = "Words of names: the last one in the group's own, the others there or above.")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "" + USUAL_PAGE) int limit) {
        int from = Words.within("offset", offset, 0, Integer.MAX_VALUE);
        int most = Words.within("limit", limit, 1, Groups.LONGEST_PAGE);
        if (q != null) {
            return groups.search(actor, project, q, from, most).stream()
                    .map(GroupView::of)
                    .toList();
        }
        List<GroupNode> found =
                parent == null ? groups.tops(actor, project) : groups.children(actor, project, parent, from, most);
        return found.stream().map(GroupView::of).toList();
    }

    @GetMapping("/projects/{project}/groups/{id}")
    @Operation(summary = "One group, with the names above it")
    GroupView get(Actor actor, @PathVariable long project, @PathVariable String id) {
        return groups.get(actor, project, id).map(GroupView::of).orElseThrow(() -> unknown(id));
    }

    @PostMapping("/groups")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a project with its root group",
            description = "Permission `group.create-root`. The group's name is the project's.")
    GroupView createRoot(Actor actor, @RequestBody GroupWish wish) {
        return GroupView.of(edits.createRoot(actor, wish.fields(), wish.zone()));
    }

    @PostMapping("/projects/{project}/groups")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a group below another",
            description = "Permission `group.create-descendant`, in one's own groups and below.")
    GroupView create(Actor actor, @PathVariable long project, @RequestBody GroupWish wish) {
        String parent = Words.required("parent", wish.parent());
        return edits.create(actor, project, parent, wish.fields())
                .map(GroupView::of)
                .orElseThrow(() -> unknown(parent));
    }

    @PutMapping("/projects/{project}/groups/{id}")
    @Operation(summary = "Edit a group", description = """
        All fields but its place. Permission `group.edit.all`, `group.edit.descendants` or `group.edit.own`. With a \
        root group its project is renamed.""")
    @ApiResponse(responseCode = "200", description = "The group as it is stored now")
    @ApiResponse(
            responseCode = "409",
            description = "Somebody was quicker: `yours` and `stored` are given side by side")
    ResponseEntity<Object> edit(
            Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody GroupWish wish) {
        Long version = wish.version();
        if (version == null) {
            throw new RefusedException("version", "is missing");
        }
        return switch (edits.edit(actor, project, id, version, wish.fields())) {
            case GroupEdited.Saved saved -> ResponseEntity.ok(GroupView.of(saved.node()));
            case GroupEdited.Conflict conflict -> conflict(wish, conflict.stored());
            case GroupEdited.Unknown none -> throw unknown(id);
        };
    }

    @PostMapping("/projects/{project}/groups/{id}/move")
    @Operation(
            summary = "Move a group with everything below it",
            description = "Permission `group.edit.descendants` for it, and `group.create-descendant` where it goes.")
    GroupView move(Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody Move move) {
        return edits.move(actor, project, id, Words.required("parent", move.parent()))
                .map(GroupView::of)
                .orElseThrow(() -> unknown(id));
    }

    @DeleteMapping("/projects/{project}/groups/{id}")
    @Operation(summary = "Delete a group with what depends on it", description = """
        Permission `group.delete` below one's own groups; `group.delete.all` for a root group, with which the \
        whole project goes. A group in which a version of the rules decides first, or one above it, stays until that version \
        is in force everywhere or taken back.""")
    GroupDeletionView delete(
            Actor actor,
            @PathVariable long project,
            @PathVariable String id,
            @Parameter(description = "Only say what would go.") @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = "For a root group: its name.") @RequestParam(defaultValue = "")
                    String confirmation) {
        return (dryRun ? deletions.plan(actor, project, id) : deletions.delete(actor, project, id, confirmation))
                .map(plan -> GroupDeletionView.of(plan, !dryRun))
                .orElseThrow(() -> unknown(id));
    }

    private static ResponseEntity<Object> conflict(GroupWish yours, GroupNode stored) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "version: somebody has edited the group since it was read");
        problem.setProperty("yours", yours);
        problem.setProperty("stored", GroupView.of(stored));
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problem);
    }

    static RuntimeException unknown(String id) {
        return new Problems.NotFoundException("group", id);
    }
}
