package dev.lintel.routes.rest;

import dev.lintel.domain.access.matrix.AccessMatrix;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who opens what. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Access matrix", description = "Every identifier at every door that it may open.")
class AccessMatrixController {
    private final AccessMatrix matrix;

    AccessMatrixController(AccessMatrix matrix) {
        this.matrix = matrix;
    }

    @GetMapping("/access-matrix")
    @ListParameters
    @AtAMoment
    @OfAnyProject
    @Operation(summary = "Which identifiers open which doors", description = """
        One entry for each identifier, device and, where restrictions tell them apart, access point. Fields: `identifier` \
        (its value), `type`, `name`, `used`, `owner`, `ownerType`, `groups` (names), `group` (id: it or any below), `door` \
        (name), `device`, `restrictions` and `schedules` (names), `restriction`, `schedule`, `opens` (`now`, \
        `at-other-times`, `not`), `reason`, `until`, `identifierId`, `user`, `project`. What is asked at each door: `at` \
        (an instant, now if absent), `accessPoint`, `lock`. The whole of it: `/lists/access-matrix/export`. Permissions \
        `identifier.view`, for their owners, and `device.view`; restrictions are named with `access-restriction.view`.\
        """)
    Page<MatrixCellView> find(Actor actor, ListRequest request) {
        return request.page(actor, matrix).map(MatrixCellView::of);
    }

    @GetMapping("/projects/{project}/devices/{device}/openers")
    @ListParameters
    @AtAMoment
    @Operation(summary = "Who can open a door, now or at another time", description = """
        Decided by the rules that decide at the door; nothing is logged or counted. Fields and permissions are those of \
        `/access-matrix`: `at`, `accessPoint` and `lock` say what is asked, `opens=now` leaves out whom it does not open to.\
        """)
    Page<MatrixCellView> openers(
            Actor actor, @PathVariable long project, @PathVariable String device, ListRequest request) {
        if (matrix.door(actor, project, device).isEmpty()) {
            throw new Problems.NotFoundException("device", device);
        }
        return request.and("project", "project:is:", project)
                .and("device", "device:is:", QueryText.oneOfSeveral(device))
                .page(actor, matrix)
                .map(MatrixCellView::of);
    }

    @GetMapping("/projects/{project}/users/{user}/doors")
    @ListParameters
    @AtAMoment
    @Operation(summary = "Which doors somebody opens, now or at another time", description = """
        One entry for each identifier of theirs and door, guests of theirs included (`ownerType=owner` leaves them out). \
        Fields and permissions are those of `/access-matrix`.\
        """)
    Page<MatrixCellView> doors(
            Actor actor, @PathVariable long project, @PathVariable String user, ListRequest request) {
        return request.and("project", "project:is:", project)
                .and("user", "user:is:", QueryText.oneOfSeveral(user))
                .page(actor, matrix)
                .map(MatrixCellView::of);
    }
}
