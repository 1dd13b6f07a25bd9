package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Page;
import dev.lintel.domain.listing.QueryText;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.sync.CopyList;
import dev.lintel.domain.sync.CopyRow;
import dev.lintel.domain.sync.DeviceCopy;
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

/** Which identifiers devices keep for the time when they cannot ask. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "Synchronisation", description = "What devices have, and what is on its way to them.")
class CopiesController {
    private final CopyList list;

    CopiesController(CopyList list) {
        this.list = list;
    }

    /** An identifier at a device. */
    record CopyView(
            @Schema(description = "Id of the device.") String device,
            String deviceName,

            @Schema(description = "Id of the identifier.") String identifier,

            @Schema(description = "Name of whoever holds it.")
            String owner,

            @Schema(description = "Type of the identifier.", example = "card")
            String type,

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
        static CopyView of(CopyRow row) {
            DeviceCopy copy = row.copy();
            return new CopyView(
                    copy.device(),
                    copy.deviceName(),
                    row.identifier(),
                    row.owner(),
                    WireName.of(row.type()),
                    WireName.of(copy.state()),
                    copy.leaving(),
                    copy.changed(),
                    copy.acknowledged(),
                    copy.problem(),
                    copy.isUnreachable());
        }
    }

    @GetMapping("/identifiers/{id}/copies")
    @ListParameters
    @Operation(summary = "At which devices an identifier is", description = """
        Fields: `name` (of the device), `owner`, `type`, `state`, `changed`, `acknowledged`, `problem`, `device`. Permissions \
        `identifier.view` and `device.view`.\
        """)
    Page<CopyView> ofIdentifier(Actor actor, @PathVariable long project, @PathVariable String id, ListRequest request) {
        return request.and("project", "project:is:", project)
                .and("id", "identifier:is:", QueryText.oneOfSeveral(id))
                .page(actor, list)
                .map(CopyView::of);
    }

    @GetMapping("/devices/{device}/copies")
    @ListParameters
    @Operation(summary = "Which identifiers are at a device", description = """
        Fields: `owner`, `type`, `state`, `changed`, `acknowledged`, `problem`, `identifier`. Permissions `identifier.view` and \
        `device.view`.\
        """)
    Page<CopyView> ofDevice(Actor actor, @PathVariable long project, @PathVariable String device, ListRequest request) {
        return request.and("project", "project:is:", project)
                .and("at", "device:is:", QueryText.oneOfSeveral(device))
                .page(actor, list)
                .map(CopyView::of);
    }
}
