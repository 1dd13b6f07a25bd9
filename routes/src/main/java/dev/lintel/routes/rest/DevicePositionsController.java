package dev.lintel.routes.rest;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DevicePositions;
import dev.lintel.domain.device.Position;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where devices stand. */
@RestController
@RequestMapping("/api/v1/projects/{project}/devices/{device}/position")
@Tag(name = "Devices")
class DevicePositionsController {
    /** A place on earth. */
    record PositionView(
            @Schema(description = "Degrees of WGS 84, -90 to 90.", example = "51.507351") @Nullable
            Double latitude,

            @Schema(description = "Degrees of WGS 84, -180 to 180.", example = "-0.127758") @Nullable
            Double longitude) {
        Position position() {
            return new Position(
                    degrees("latitude", latitude, Position.MOST_LATITUDE),
                    degrees("longitude", longitude, Position.MOST_LONGITUDE));
        }

        private static double degrees(String field, @Nullable Double given, int most) {
            if (given == null) {
                throw new RefusedException(field, "is missing");
            }
            if (!Position.isWithin(given, most)) {
                throw new RefusedException(
                        field,
                        "must be a number from -" + most + " to " + most + ", not " + Quoted.of(given.toString()));
            }
            return given;
        }
    }

    private final DevicePositions positions;

    DevicePositionsController(DevicePositions positions) {
        this.positions = positions;
    }

    @GetMapping
    @Operation(
            summary = "Where a device stands",
            description = "404 as well while nobody said. Permission `device.view`.")
    PositionView view(Actor actor, @PathVariable long project, @PathVariable String device) {
        Position position =
                found(positions.device(actor, project, device), device).position();
        if (position == null) {
            throw new Problems.NotFoundException("position of the device", device);
        }
        return new PositionView(position.latitude(), position.longitude());
    }

    @PutMapping
    @Operation(
            summary = "Say where a device stands",
            description = "Visitors are shown the way there. Permission `device.edit`.")
    PositionView place(
            Actor actor, @PathVariable long project, @PathVariable String device, @RequestBody PositionView wanted) {
        Position position = wanted.position();
        found(positions.place(actor, project, device, position), device);
        return new PositionView(position.latitude(), position.longitude());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget where a device stands", description = "Permission `device.edit`.")
    void forget(Actor actor, @PathVariable long project, @PathVariable String device) {
        found(positions.place(actor, project, device, null), device);
    }

    private static Device found(Optional<Device> device, String id) {
        return device.orElseThrow(() -> new Problems.NotFoundException("device", id));
    }
}
