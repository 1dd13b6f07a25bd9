package dev.lintel.routes.rest;

import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.device.IssuedCredential;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists devices and gives them their secrets. */
@RestController
@RequestMapping("/api/v1/devices")
@Tag(name = "Devices", description = "Panels, monitors and controllers.")
class DevicesController {
    /** A device as the API shows it. */
    record DeviceView(
            String id,
            String serial,
            String name,

            @Schema(allowableValues = {"panel", "monitor", "controller", "elevator-controller"})
            String type,

            String model,
            int locks,
            String group,

            @Schema(description = "Names from the root's child down to the device's group.")
            String groupPath,

            @Schema(description = "Words by which devices are told from each other.")
            List<String> tags,

            @Schema(description = "Null when it was never heard of.") @Nullable
            Boolean online,

            @Nullable Instant lastSeen,

            @Schema(
                    description = "How far it has come with the copies that it keeps for the time when it cannot ask;"
                            + " `unreachable` is one that was only heard of over HTTP: none comes to it that way.",
                    allowableValues = {"failed", "waiting", "unreachable", "in-place", "none"})
            String copies,

            @Schema(description = "Copies still to be brought to it, or to be deleted there.")
            int copiesWaiting,

            @Schema(description = "Copies that it has refused; they are tried again.")
            int copiesFailed,

            @Schema(description = "Copies that are as they are to be.")
            int copiesInPlace) {

        static DeviceView of(DeviceStatus status) {
            var device = status.device();
            return new DeviceView(
                    device.id(),
                    device.serial(),
                    status.displayName(),
                    WireName.of(device.type()),
                    device.model(),
                    device.locks(),
                    device.group(),
                    status.groupPath(),
                    device.tags(),
                    status.online(),
                    status.lastSeen(),
                    WireName.of(status.stock()),
                    status.copies().waiting(),
                    status.copies().failed(),
                    status.copies().inPlace());
        }
    }

    private final DeviceList list;
    private final DeviceRegistry devices;

    DevicesController(DeviceList list, DeviceRegistry devices) {
        this.list = list;
        this.devices = devices;
    }

    @GetMapping
    @ListParameters
    @OfAnyProject
    @Operation(summary = "Find devices", description = """
        Fields: `name`, `words` (name, group, model or serial number), `group` (it or any below), `status`, `type`, \
        `model`, `serial`, `tags`, `seen`, `copies`, `id`, `project`. Permission `device.view`.\
        """)
    Page<DeviceView> find(Actor actor, ListRequest request) {
        return request.page(actor, list).map(DeviceView::of);
    }

    @PostMapping("/{serial}/credentials")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give a device new secrets", description = """
        The password is for MQTT and the BAS-IP login, the URL token for the remote validation URL. They are \
        shown this once; the old ones stop working at once. Permission `device.edit`.\
        """)
    IssuedCredential issue(Actor actor, @PathVariable String serial) {
        return devices.issueCredential(actor, serial)
                .orElseThrow(() -> new Problems.NotFoundException("device with the serial number", serial));
    }
}
