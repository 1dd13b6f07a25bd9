package dev.lintel.routes.rest;

import dev.lintel.domain.guestpass.GuestAccess;
import dev.lintel.domain.permission.Actor;
import dev.lintel.routes.rest.GuestPassView.LimitsView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much people may give to visitors. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Guest passes")
class GuestLimitsController {
    private final GuestAccess limits;

    GuestLimitsController(GuestAccess limits) {
        this.limits = limits;
    }

    /** The limits of a group: what it says itself, and what holds where it says nothing. */
    record OfGroup(LimitsView own, LimitsView otherwise) {
        static OfGroup of(GuestAccess.OfGroup limits) {
            return new OfGroup(LimitsView.of(limits.own()), LimitsView.of(limits.otherwise()));
        }
    }

    @GetMapping("/projects/{project}/groups/{id}/guest-limits")
    @Operation(
            summary = "How much the people of a group may give away",
            description = "What a group does not say is as the nearest group above says, and else as the server says.")
    OfGroup ofGroup(Actor actor, @PathVariable long project, @PathVariable String id) {
        return limits.ofGroup(actor, project, id)
                .map(OfGroup::of)
                .orElseThrow(() -> new Problems.NotFoundException("group", id));
    }

    @PutMapping("/projects/{project}/groups/{id}/guest-limits")
    @Operation(
            summary = "Say how much the people of a group may give away",
            description = "Passes that are out stay as they are. Permission `group.manage-guest-access`.")
    OfGroup change(Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody LimitsView wanted) {
        return limits.change(actor, project, id, wanted.limits())
                .map(OfGroup::of)
                .orElseThrow(() -> new Problems.NotFoundException("group", id));
    }

    @GetMapping("/settings/guest-limits")
    @Operation(
            summary = "How much may be given away where no group says anything",
            description = "Permission `settings.view`.")
    LimitsView ofServer(Actor actor) {
        return LimitsView.of(limits.ofServer(actor));
    }

    @PutMapping("/settings/guest-limits")
    @Operation(
            summary = "Say how much may be given away where no group says anything",
            description = "Permission `settings.edit`.")
    LimitsView changeOfServer(Actor actor, @RequestBody LimitsView wanted) {
        limits.changeOfServer(actor, wanted.limits());
        return LimitsView.of(limits.ofServer(actor));
    }
}
