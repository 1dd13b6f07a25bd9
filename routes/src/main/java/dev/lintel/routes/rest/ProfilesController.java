package dev.lintel.routes.rest;

import static java.util.stream.Collectors.toSet;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.ProfileDraft;
import dev.lintel.domain.permission.Profiles;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The profiles of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/profiles")
@Tag(name = "Profiles", description = "What people may do. Nobody gives more than they hold themselves.")
class ProfilesController {
    /** A profile as the API shows it. */
    record ProfileView(
            String id,
            String name,
            String description,

            @Schema(description = "Built-in profiles cannot be changed; copy them.")
            boolean builtIn,

            @Schema(description = "Whether people of every project can have it.")
            boolean wholeServer,

            List<String> permissions,

            @Schema(description = "Ids of the profiles that its holders may hand out and edit.")
            List<String> available,

            long version) {
        static ProfileView of(Profile profile) {
            return new ProfileView(
                    profile.id(),
                    profile.name(),
                    profile.description(),
                    profile.isBuiltIn(),
                    profile.project() == null,
                    profile.permissions().stream()
                            .map(Permission::code)
                            .sorted()
                            .toList(),
                    profile.available().stream().sorted().toList(),
                    profile.version());
        }
    }

    /** A wish for a profile. */
    record Wanted(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Night porter") @Nullable
            String name,

            @Nullable String description,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"acs-log.view\", \"device.view\"]")
            @Nullable
            List<String> permissions,

            @Schema(description = "Ids of profiles.", example = "[\"user\"]") @Nullable
            List<String> available,

            @Schema(description = "To make it for the people of every project; for accounts of the server itself.")
            @Nullable
            Boolean wholeServer,

            @Schema(description = "To change one: the version that was read.") @Nullable
            Long version) {
        ProfileDraft draft() {
            List<String> codes = permissions == null ? List.of() : permissions;
            return new ProfileDraft(
                    Words.required("name", name),
                    Objects.requireNonNullElse(description, ""),
                    codes.stream().map(Wanted::permission).collect(toSet()),
                    available == null ? Set.of() : Set.copyOf(available));
        }

        private static Permission permission(String code) {
            return Permission.ofCode(code)
                    .orElseThrow(() -> new RefusedException(
                            "permissions", Quoted.of(code) + " is unknown; see /api/v1/permissions"));
        }
    }

    private final Profiles profiles;

    ProfilesController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping
    @Operation(summary = "List the profiles", description = """
                    With `profile.view` one's own and those that one may hand out, with `profile.view.all` every one.""")
    List<ProfileView> list(
            Actor actor,
            @PathVariable long project,
            @Parameter(description = "Only those that the asker may give to people; needs no permission.")
                    @RequestParam(defaultValue = "false")
                    boolean available) {
        List<Profile> found = available ? profiles.available(actor, project) : profiles.list(actor, project);
        return found.stream().map(ProfileView::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One profile", description = "Permission `profile.view` or `profile.view.all`.")
    ProfileView get(Actor actor, @PathVariable long project, @PathVariable String id) {
        return ProfileView.of(
                profiles.find(actor, project, id).orElseThrow(() -> new Problems.NotFoundException("profile", id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a profile", description = "Permission `profile.create`.")
    ProfileView create(Actor actor, @PathVariable long project, @RequestBody Wanted wanted) {
        Long owner = Boolean.TRUE.equals(wanted.wholeServer()) ? null : Long.valueOf(project);
        return ProfileView.of(profiles.create(actor, owner, wanted.draft()));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a profile", description = """
                    All of it is replaced, and holds at once for everybody who has it. Permission `profile.edit`. 409 when \
                    somebody has changed it since the version given.""")
    ProfileView edit(Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody Wanted wanted) {
        if (wanted.version() == null) {
            throw new RefusedException("version", "is missing");
        }
        return ProfileView.of(profiles.edit(actor, project, id, wanted.draft(), wanted.version()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a profile", description = """
                    Permission `profile.delete`. 409 while people have it, unless they are given another.""")
    void delete(
            Actor actor,
            @PathVariable long project,
            @PathVariable String id,
            @Parameter(description = "Id of the profile that its people get; needs `user.edit` for all of them.")
                    @RequestParam(required = false)
                    @Nullable
                    String instead) {
        profiles.delete(actor, project, id, instead);
    }
}
