package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.sync.DeviceCopy;
import dev.lintel.domain.sync.ScheduleCopyList;
import dev.lintel.domain.sync.ScheduleCopyRow;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which schedules devices keep for the time when they cannot ask, and how far they know the holidays. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "Synchronisation", description = "What devices have, and what is on its way to them.")
class ScheduleCopiesController {
    private final ScheduleCopyList list;

    ScheduleCopiesController(ScheduleCopyList list) {
        this.list = list;
    }

    /** A schedule at a device. */
    record ScheduleCopyView(
            @Schema(description = "Id of the device.") String device,
            String deviceName,

            @Schema(description = "Id of the schedule.") String schedule,

            @Schema(description = "Name of the schedule.") String name,

            @Schema(allowableValues = {"ignored", "excluded", "only"})
            String holidays,

            @Schema(
                    description =
                            "The last day of which the device knows whether it is a holiday. Null for a schedule that "
                                    + "ignores holidays, and while the device has not taken the copy as it is now.",
                    example = "2027-11-30")
            @Nullable
            LocalDate holidaysUntil,

            @Schema(allowableValues = {"synced", "pending", "failed"})
            String state,

            @Schema(description = "Whether the device is to delete it.")
            boolean leaving,

            @Schema(description = "When what the device is to have was last another.")
            Instant changed,

            @Schema(description = "When the device last said something of it.") @Nullable
            Instant acknowledged,

            @Schema(description = "In the device's words.") @Nullable
            String problem,

            @Schema(description = "Whether it never comes: the device was only ever heard of over HTTP.")
            boolean unreachable) {
        static ScheduleCopyView of(ScheduleCopyRow row) {
            DeviceCopy copy = row.copy();
            return new ScheduleCopyView(
                    copy.device(),
                    copy.deviceName(),
                    row.schedule(),
                    row.name(),
                    WireName.of(row.holidays()),
                    row.holidaysUntil(),
                    WireName.of(copy.state()),
                    copy.leaving(),
                    copy.changed(),
                    copy.acknowledged(),
                    copy.problem(),
                    copy.isUnreachable());
        }
    }

    @GetMapping("/schedules/{id}/copies")
    @ListParameters
    @Operation(summary = "At which devices a schedule is", description = """
        And how far each knows the holidays. Fields: `name`, `deviceName`, `holidays`, `state`, `changed`, `acknowledged`, \
        `problem`, `device`. Permissions `schedule.view` and `device.view`.\
        """)
    Page<ScheduleCopyView> ofSchedule(
            Actor actor, @PathVariable long project, @PathVariable String id, ListRequest request) {
        return request.and("project", "project:is:", project)
                .and("id", "schedule:is:", QueryText.oneOfSeveral(id))
                .page(actor, list)
                .map(ScheduleCopyView::of);
    }

    @GetMapping("/devices/{device}/schedule-copies")
    @ListParameters
    @Operation(summary = "Which schedules are at a device", description = """
        And how far it knows the holidays. Fields: `name`, `holidays`, `state`, `changed`, `acknowledged`, `problem`, \
        `schedule`. Permissions `schedule.view` and `device.view`.\
        """)
    Page<ScheduleCopyView> ofDevice(
            Actor actor, @PathVariable long project, @PathVariable String device, ListRequest request) {
        return request.and("project", "project:is:", project)
                .and("at", "device:is:", QueryText.oneOfSeveral(device))
                .page(actor, list)
                .map(ScheduleCopyView::of);
    }
}
