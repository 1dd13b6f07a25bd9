package dev.lintel.routes.rest;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceTags;
import dev.lintel.domain.permission.Actor;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Words by which devices are told from each other. */
@RestController
@RequestMapping("/api/v1/projects/{project}/devices/{device}/tags")
@Tag(name = "Devices")
class DeviceTagsController {
    /** The tags of a device. */
    @Schema(name = "DeviceTags")
    record TagsView(
            @Schema(description = "Up to 20 of 1 to 40 characters each; kept in lower case, sorted.") @Nullable
            List<String> tags) {}

    private final DeviceTags tags;

    DeviceTagsController(DeviceTags tags) {
        this.tags = tags;
    }

    @GetMapping
    @Operation(summary = "The tags of a device", description = "Permission `device.view`.")
    TagsView view(Actor actor, @PathVariable long project, @PathVariable String device) {
        return new TagsView(found(tags.device(actor, project, device), device).tags());
    }

    @PutMapping
    @Operation(
            summary = "Give a device tags",
            description = "These and no others; policies can name doors by them. Permission `device.edit`.")
    TagsView tag(Actor actor, @PathVariable long project, @PathVariable String device, @RequestBody TagsView wanted) {
        if (wanted.tags() == null) {
            throw new RefusedException("tags", "is missing");
        }
        List<String> words =
                wanted.tags().stream().map(word -> Words.required("tags", word)).toList();
        return new TagsView(
                found(tags.tag(actor, project, device, words), device).tags());
    }

    private static Device found(Optional<Device> device, String id) {
        return device.orElseThrow(() -> new Problems.NotFoundException("device", id));
    }
}
