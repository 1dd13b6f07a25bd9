package dev.lintel.routes.rest;

import dev.lintel.domain.access.Insider;
import dev.lintel.domain.access.InsiderList;
import dev.lintel.domain.access.Insiders;
import dev.lintel.domain.access.Insiders.Area;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who counts as inside. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "Rules")
class InsidersController {
    /** An area in which somebody is: the doors that stand in the group itself lead into it. */
    @Schema(name = "Area")
    record AreaView(
            String group,
            String groupName,

            @Schema(description = "How many people count as inside.")
            int inside) {
        static AreaView of(Area area) {
            return new AreaView(area.group(), area.name(), area.inside());
        }
    }

    /** Somebody who counts as inside an area. */
    @Schema(name = "Insider")
    record InsiderView(
            String person,
            String name,

            @Schema(description = "Id of the group whose doors lead into it.")
            String area,

            String areaName,

            @Schema(description = "When they went in.") Instant since,

            @Schema(description = "Id of the device through which they went in.")
            String device,

            String deviceName) {
        static InsiderView of(Insider insider) {
            return new InsiderView(
                    insider.person(),
                    insider.personName(),
                    insider.area(),
                    insider.areaName(),
                    insider.since(),
                    insider.device(),
                    insider.deviceName());
        }
    }

    /** What came of it. */
    @Schema(name = "ForgottenInsiders")
    record ForgottenView(
            @Schema(description = "How many people counted as inside until now.")
            int forgotten) {}

    private final Insiders insiders;
    private final InsiderList list;

    InsidersController(Insiders insiders, InsiderList list) {
        this.insiders = insiders;
        this.list = list;
    }

    @GetMapping("/areas")
    @Operation(summary = "The areas in which somebody counts as inside", description = """
        The fullest first. People are counted only where a policy in force asks who has passed where, and from 4 in the \
        morning on. Permission `acs-log.view` or `threat.set`.\
        """)
    List<AreaView> areas(Actor actor, @PathVariable long project) {
        return insiders.areas(actor, project).stream().map(AreaView::of).toList();
    }

    @GetMapping("/insiders")
    @ListParameters
    @Operation(summary = "Who counts as inside", description = """
        By name. Fields: `name`, `areaName`, `since`, `door`, `area`, `person`, `device`. Permission `acs-log.view` or \
        `threat.set`.\
        """)
    Page<InsiderView> find(Actor actor, @PathVariable long project, ListRequest request) {
        return request.and("project", "project:is:", project).page(actor, list).map(InsiderView::of);
    }

    @DeleteMapping("/groups/{group}/insiders/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget that somebody is inside", description = """
        They count as outside at once, and anti-passback lets them in again. Permission `threat.set`.\
        """)
    void forget(Actor actor, @PathVariable long project, @PathVariable String group, @PathVariable String person) {
        if (!insiders.forget(actor, project, group, person)) {
            throw new Problems.NotFoundException("insider", person);
        }
    }

    @DeleteMapping("/groups/{group}/insiders")
    @Operation(summary = "Forget everybody who is inside", description = """
        All in this area, not in those of the groups below it. They count as outside at once, and anti-passback lets them in \
        again. Permission `threat.set`.\
        """)
    ForgottenView forgetAll(Actor actor, @PathVariable long project, @PathVariable String group) {
        return new ForgottenView(insiders.forgetAll(actor, project, group)
                .orElseThrow(() -> new Problems.NotFoundException("group", group)));
    }
}
