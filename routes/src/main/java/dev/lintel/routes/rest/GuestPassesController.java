package dev.lintel.routes.rest;

import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPassList;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.guestpass.HostLimits;
import dev.lintel.domain.guestpass.HostLimits.LimitRow;
import dev.lintel.domain.guestpass.Hosts;
import dev.lintel.domain.guestpass.NoSuchGuestPassException;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The guest passes of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/guest-passes")
@Tag(name = "Guest passes", description = "What people give to visitors and couriers.")
class GuestPassesController {
    private static final int MOST_AT_ONCE = 1_000;

    private final GuestPassList list;
    private final GuestPasses passes;
    private final Hosts hosts;
    private final InstantSource clock;

    GuestPassesController(GuestPassList list, GuestPasses passes, Hosts hosts, InstantSource clock) {
        this.list = list;
        this.passes = passes;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** Several passes. */
    record Several(@Nullable List<String> guestPasses) {
        List<String> ids() {
            if (guestPasses == null || guestPasses.isEmpty() || guestPasses.size() > MOST_AT_ONCE) {
                throw new RefusedException("guestPasses", "must name 1 to " + MOST_AT_ONCE + " passes by their ids");
            }
            return guestPasses.stream().distinct().toList();
        }
    }

    /** How many passes were changed. */
    record Changed(int changed) {}

    @GetMapping
    @ListParameters
    @Operation(
            summary = "Find guest passes",
            description = "One's own, and those of people whose identifiers one sees (`identifier.view`).")
    Page<GuestPassView.Row> find(
            Actor actor, @PathVariable long project, @Parameter(hidden = true) ListRequest request) {
        return request.and("project", "project:is:", project).page(actor, list).map(GuestPassView.Row::of);
    }

    /** What holds for passes of somebody. */
    @Schema(name = "HostLimits")
    record LimitsOfHost(
            @Nullable Integer mostDays,
            @Nullable Integer mostPasses,

            @Schema(description = "How many somebody may have out at once; 0 is none of them.") @Nullable
            Integer mostAtOnce,

            @Schema(
                    description =
                            "The table of the rulebook that says some of it; null when groups and the server say all.")
            @Nullable
            String table,

            @Schema(description = "The number of its row, from 1.") @Nullable
            Integer row) {
        static LimitsOfHost of(HostLimits most) {
            LimitRow row = most.anyRow();
            return new LimitsOfHost(
                    most.limits().days(),
                    most.limits().passes(),
                    most.limits().atOnce(),
                    row == null ? null : row.table(),
                    row == null ? null : Integer.valueOf(row.row()));
        }
    }

    @GetMapping("/limits")
    @Operation(
            summary = "How much somebody may give away of a kind of passes",
            description = "Oneself, or whom one can make passes for.")
    LimitsOfHost limits(
            Actor actor,
            @PathVariable long project,
            @Parameter(description = "Id of the person; missing is oneself.") @RequestParam(required = false) @Nullable
                    String host,
            @Parameter(description = "guest or courier; missing is guest") @RequestParam(required = false) @Nullable
                    String kind,
            @Parameter(description = "qr, access-code, url or licence-plate; missing is qr")
                    @RequestParam(required = false)
                    @Nullable
                    String type) {
        Membership home = actor.membership();
        String who = host == null && home != null ? home.person() : host;
        GuestKind guest = Words.choice("kind", GuestKind.class, kind);
        IdentifierType of = Words.choice("type", IdentifierType.class, type);
        if (who == null || hosts.get(actor, project, who).isEmpty()) {
            throw new Problems.NotFoundException("user", who == null ? "" : who);
        }
        return LimitsOfHost.of(hosts.limits(
                actor,
                project,
                who,
                Objects.requireNonNullElse(guest, GuestKind.GUEST),
                Objects.requireNonNullElse(of, IdentifierType.QR)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One guest pass", description = "One's own, or permission `identifier.view`.")
    GuestPassView get(Actor actor, @PathVariable long project, @PathVariable String id) {
        return view(actor, passes.get(actor, project, id).orElseThrow(() -> new NoSuchGuestPassException(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make a guest pass",
            description =
                    "For oneself with permission `guest-pass.create`, for others with `identifier.create`. It opens"
                            + " what its host has, as far as that is for guests, and keeps to the limits of the host's groups.")
    GuestPassView create(Actor actor, @PathVariable long project, @RequestBody GuestPassView.Wanted wanted) {
        Membership home = actor.membership();
        String oneself = home == null ? null : home.person();
        return view(actor, passes.create(actor, project, wanted.draft(oneself, clock.instant())));
    }

    @PutMapping("/{id}/period")
    @Operation(
            summary = "Let a guest pass last longer or be used more often",
            description = "Within the limits of its host. One's own, or permission `identifier.edit`.")
    @ApiResponse(responseCode = "200", description = "The pass as changed")
    @ApiResponse(
            responseCode = "409",
            description = "Somebody else changed the pass: `current` is what there is by now")
    GuestPassView extend(
            Actor actor,
            @PathVariable long project,
            @PathVariable String id,
            @RequestBody GuestPassView.Extension wanted) {
        return view(actor, passes.extend(actor, project, id, wanted.known(), wanted.end(), wanted.inAll()));
    }

    @PostMapping("/revoke")
    @Operation(
            summary = "Revoke guest passes for good",
            description = "Doors stay shut for them at once. One's own, or permission `identifier.edit`.")
    Changed revoke(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return new Changed(passes.revoke(actor, project, several.ids()));
    }

    @PostMapping("/delete")
    @Operation(
            summary = "Delete guest passes",
            description =
                    "The ACS log keeps what they were used for. All or none. One's own, or permission `identifier.delete`.")
    Changed delete(Actor actor, @PathVariable long project, @RequestBody Several several) {
        return new Changed(passes.delete(actor, project, several.ids()));
    }

    private GuestPassView view(Actor actor, GuestPass pass) {
        return GuestPassView.of(pass, passes.mayManage(actor, pass), clock.instant());
    }
}
