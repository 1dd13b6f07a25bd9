package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionCatalogue;
import dev.lintel.domain.permission.PermissionCatalogue.Area;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of permissions. */
@RestController
@RequestMapping("/api/v1/permissions")
@Tag(name = "Profiles")
class PermissionsController {
    /** Permissions that belong together. */
    record AreaView(@Schema(example = "access-restrictions") String area, List<PermissionView> permissions) {
        static AreaView of(Area area) {
            return new AreaView(
                    area.code(),
                    area.permissions().stream().map(PermissionView::of).toList());
        }
    }

    /** A permission: what it allows, and how far. */
    record PermissionView(
            @Schema(example = "user.view.all") String code,

            @Schema(example = "user.view", description = "Permissions for the same action differ in scope only.")
            String action,

            @Schema(
                    description = "Own things, own groups, groups below, both (`available`), or the whole server.",
                    allowableValues = {"own", "group", "descendants", "available", "all"})
            String scope) {
        static PermissionView of(Permission permission) {
            return new PermissionView(permission.code(), permission.action(), WireName.of(permission.scope()));
        }
    }

    @GetMapping
    @Operation(summary = "All that can be permitted, by area", description = "The same for everybody.")
    List<AreaView> list(Actor actor) {
        return PermissionCatalogue.areas().stream().map(AreaView::of).toList();
    }
}
