package dev.lintel.routes.rest;

import dev.lintel.domain.group.GroupList;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.restriction.GroupGrant;
import dev.lintel.domain.restriction.GroupGrants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Groups as a list, and what is granted to them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Groups")
class GroupListsController {
    private final GroupList groups;
    private final GroupGrants grants;

    GroupListsController(GroupList groups, GroupGrants grants) {
        this.groups = groups;
        this.grants = grants;
    }

    /** What the people of a group may open. */
    record GrantView(
            @Schema(description = "Id of the access restriction.")
            String restriction,

            String name,

            @Schema(description = "Id of the group that it is granted to: the group asked for, or one above it.")
            String origin,

            String originName,

            @Schema(description = "How many doors it opens.")
            int doors,

            @Schema(description = "Names; none means always.")
            List<String> schedules) {
        static GrantView of(GroupGrant grant) {
            return new GrantView(
                    grant.restriction(),
                    grant.name(),
                    grant.origin(),
                    grant.originName(),
                    grant.doors(),
                    grant.schedules());
        }
    }

    @GetMapping("/groups")
    @ListParameters
    @OfAnyProject
    @Operation(summary = "Find groups, wherever they hang", description = """
        Fields: `name`, `type`, `address`, `description`, `subgroups`, `people` and `devices` (how many), `parent` (right \
        below it), `group` (it or any below), `id`, `project`.\
        """)
    Page<GroupView> groups(Actor actor, ListRequest request) {
        return request.page(actor, groups).map(GroupView::of);
    }

    @GetMapping("/projects/{project}/groups/{id}/restrictions")
    @ListParameters
    @Operation(summary = "What is granted to the people of a group", description = """
        Access restrictions granted to the group and to those above it. Fields: `name`, `schedules`, `doors`, `origin` \
        (name of the group that it is granted to), `restriction` (its id). Permission `access-restriction.view`.\
        """)
    Page<GrantView> restrictions(
            Actor actor, @PathVariable long project, @PathVariable String id, ListRequest request) {
        return request.and("project", "project:is:", project)
                .and("id", "group:is:", QueryText.oneOfSeveral(id))
                .page(actor, grants)
                .map(GrantView::of);
    }
}
