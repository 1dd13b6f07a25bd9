package dev.lintel.routes.rest;

import dev.lintel.domain.access.AccessImpact;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.restriction.NoSuchRestrictionException;
import dev.lintel.domain.restriction.RestrictionHolders;
import dev.lintel.domain.restriction.RestrictionList;
import dev.lintel.domain.restriction.Restrictions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The access restrictions of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/restrictions")
@Tag(name = "Access restrictions", description = "Who may open which doors, and when.")
class RestrictionsController {
    private final RestrictionList list;
    private final RestrictionHolders holders;
    private final Restrictions restrictions;
    private final AccessImpact impact;

    RestrictionsController(
            RestrictionList list, RestrictionHolders holders, Restrictions restrictions, AccessImpact impact) {
        this.list = list;
        this.holders = holders;
        this.restrictions = restrictions;
        this.impact = impact;
    }

    @GetMapping
    @ListParameters
    @Operation(summary = "Find access restrictions", description = """
        Fields: `name`, `description`, `schedules`, `doors`, `groups`, `people`, `identifiers` (how many), `guests` (`yes`, \
        `no`), `device`, `schedule`, `id`. Permission `access-restriction.view`.\
        """)
    Page<RestrictionView.Row> find(Actor actor, @PathVariable long project, ListRequest request) {
        return request.and("project", "project:is:", project).page(actor, list).map(RestrictionView.Row::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One access restriction", description = "Permission `access-restriction.view`.")
    RestrictionView get(Actor actor, @PathVariable long project, @PathVariable String id) {
        return RestrictionView.of(
                restrictions.get(actor, project, id).orElseThrow(() -> new NoSuchRestrictionException(id)));
    }

    @GetMapping("/{id}/holders")
    @ListParameters
    @Operation(summary = "Who gets in by an access restriction", description = """
        One entry for each way in which somebody has it. Fields: `name`, `path`, `via`, `person`. Permissions \
        `access-restriction.view` and `user.view`.\
        """)
    Page<RestrictionView.Reached> holders(
            Actor actor, @PathVariable long project, @PathVariable String id, ListRequest request) {
        return request.and("project", "project:is:", project)
                .and("id", "restriction:is:", QueryText.oneOfSeveral(id))
                .page(actor, holders)
                .map(RestrictionView.Reached::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add an access restriction", description = """
        It holds at once at every door. Permission `access-restriction.create`; to grant it, \
        `group.manage-access-restrictions` for groups, `user.edit` for users, `identifier.edit` for identifiers.\
        """)
    RestrictionView create(Actor actor, @PathVariable long project, @RequestBody RestrictionView.Wanted wanted) {
        return RestrictionView.of(restrictions.create(actor, project, wanted.draft()));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change an access restriction and who has it", description = """
        All of it is replaced, and holds at once at every door. Permission `access-restriction.edit`, and those of adding \
        one for whoever gets or loses it. 409 when somebody has changed it since the version given.\
        """)
    RestrictionView edit(
            Actor actor,
            @PathVariable long project,
            @PathVariable String id,
            @RequestBody RestrictionView.Wanted wanted) {
        return RestrictionView.of(restrictions.edit(actor, project, id, wanted.editedVersion(), wanted.draft()));
    }

    @PostMapping("/{id}/grant")
    @Operation(summary = "Grant an access restriction", description = """
        Seeing the restriction is enough, with the permission to manage those of the holder. Nothing happens when they have \
        it.\
        """)
    RestrictionView grant(
            Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody RestrictionView.Holder to) {
        return RestrictionView.of(restrictions.grant(actor, project, id, to.target()));
    }

    @PostMapping("/{id}/withdraw")
    @Operation(summary = "Withdraw an access restriction", description = "The opposite of `/grant`.")
    RestrictionView withdraw(
            Actor actor,
            @PathVariable long project,
            @PathVariable String id,
            @RequestBody RestrictionView.Holder from) {
        return RestrictionView.of(restrictions.withdraw(actor, project, id, from.target()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete an access restriction",
            description = "Everybody who has it loses it. Permission `access-restriction.delete`.")
    void delete(Actor actor, @PathVariable long project, @PathVariable String id) {
        restrictions.delete(actor, project, id);
    }

    @PostMapping("/impact")
    @Operation(summary = "Say what a new access restriction would change", description = """
        Who would gain what. Stores nothing. Permission `access-restriction.view`; names are for those who may see the \
        people.\
        """)
    RestrictionView.Difference impact(
            Actor actor, @PathVariable long project, @RequestBody RestrictionView.Wanted wanted) {
        return RestrictionView.Difference.of(impact.of(actor, project, null, wanted.draft()));
    }

    @PostMapping("/{id}/impact")
    @Operation(
            summary = "Say what a change would change",
            description = "Who would gain and who would lose what; whoever keeps a door by another restriction loses"
                    + " nothing. Stores nothing. Permission `access-restriction.view`.")
    RestrictionView.Difference impact(
            Actor actor,
            @PathVariable long project,
            @PathVariable String id,
            @RequestBody RestrictionView.Wanted wanted) {
        return RestrictionView.Difference.of(impact.of(actor, project, id, wanted.draft()));
    }

    @GetMapping("/{id}/deletion")
    @Operation(
            summary = "Say what deleting an access restriction would change",
            description = "Deletes nothing. Permission `access-restriction.view`.")
    RestrictionView.Difference deletion(Actor actor, @PathVariable long project, @PathVariable String id) {
        return RestrictionView.Difference.of(impact.ofDeletion(actor, project, id));
    }
}
