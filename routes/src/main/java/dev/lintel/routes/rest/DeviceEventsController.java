package dev.lintel.routes.rest;

import dev.lintel.domain.device.DeviceEventList;
import dev.lintel.domain.device.DeviceEventRow;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What devices have told of themselves. */
@RestController
@RequestMapping("/api/v1/projects/{project}/device-events")
@Tag(name = "Devices")
class DeviceEventsController {
    private final DeviceEventList list;

    DeviceEventsController(DeviceEventList list) {
        this.list = list;
    }

    /** An event. */
    @Schema(name = "DeviceEvent")
    record EventView(
            long id,

            @Schema(description = "Id of the device.") String device,
            String deviceName,

            @Schema(description = "When the server heard of it.")
            Instant received,

            @Schema(description = "By the clock of the device.")
            Instant happened,

            @Schema(description = "As the device tells it.", example = "door_was_opened")
            String code,

            @Schema(
                    description = "Null of events of before it was asked.",
                    allowableValues = {"low", "medium", "high", "critical"})
            @Nullable
            String priority,

            @Schema(
                    description = "Null of events of before it was asked.",
                    allowableValues = {"information", "system", "access", "emergency"})
            @Nullable
            String category,

            @Schema(description = "The table of the project's rules that said so; null when none did.") @Nullable
            String table,

            @Schema(description = "The number of its row, from 1.") @Nullable
            Integer row) {
        static EventView of(DeviceEventRow event) {
            return new EventView(
                    event.id(),
                    event.device(),
                    event.deviceName(),
                    event.received(),
                    event.deviceTime(),
                    event.code(),
                    event.priority() == null ? null : WireName.of(event.priority()),
                    event.category() == null ? null : WireName.of(event.category()),
                    event.table(),
                    event.row());
        }
    }

    @GetMapping
    @ListParameters
    @Operation(summary = "What devices have told of themselves", description = """
        Newest first. Fields: `received`, `happened`, `priority`, `category`, `code`, `name` (of the device), `table`, `row`, \
        `device`. Permission `device.view`.\
        """)
    Page<EventView> find(Actor actor, @PathVariable long project, ListRequest request) {
        return request.and("project", "project:is:", project).page(actor, list).map(EventView::of);
    }
}
