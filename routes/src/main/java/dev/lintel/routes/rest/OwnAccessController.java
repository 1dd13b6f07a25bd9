package dev.lintel.routes.rest;

import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.access.OwnAccess;
import dev.lintel.domain.access.OwnAccess.OpenDoor;
import dev.lintel.domain.access.OwnAccess.OpenNow;
import dev.lintel.domain.identifier.PersonalAccess;
import dev.lintel.domain.identifier.PersonalAccess.Carried;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people of a project carry, and where it lets them in. */
@RestController
@RequestMapping("/api/v1/me/access")
@Tag(name = "Me")
class OwnAccessController {
    private static final int PASSES = 20;

    /** What somebody carries and where it leads. */
    record Access(
            List<IdentifierView> identifiers,

            @Schema(description = "By name, the first 60.") List<DoorView> openNow,

            @Schema(description = "Whether more doors may open at this moment than are told.")
            boolean moreOpenNow,

            List<PassView> lastPasses) {}

    /** An identifier without its number. */
    record IdentifierView(
            String type,

            @Schema(allowableValues = {"valid", "not-yet", "expired", "used-up", "suspended", "revoked"})
            String state,

            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Integer passesLeft,

            @Schema(
                    description = "Null for one's own.",
                    allowableValues = {"guest", "courier"})
            @Nullable
            String guest) {
        static IdentifierView of(Carried carried, Instant now) {
            return new IdentifierView(
                    WireName.of(carried.type()),
                    WireName.of(carried.state(now)),
                    carried.from(),
                    carried.until(),
                    carried.passesLeft(),
                    carried.guest() == null ? null : WireName.of(carried.guest()));
        }
    }

    /** A door that would open at this moment. */
    record DoorView(String name, @Nullable String accessPoint) {
        static DoorView of(OpenDoor door) {
            return new DoorView(door.name(), door.accessPoint());
        }
    }

    /** A pass or a try of one's own or of a guest. */
    record PassView(Instant at, @Nullable String door, String type, String verdict, String reason) {
        static PassView of(AcsLogEntry entry) {
            return new PassView(
                    entry.at(),
                    entry.deviceName(),
                    WireName.of(entry.type()),
                    WireName.of(entry.verdict()),
                    WireName.of(entry.reason()));
        }
    }

    private final PersonalAccess personal;
    private final OwnAccess own;
    private final InstantSource clock;

    OwnAccessController(PersonalAccess personal, OwnAccess own, InstantSource clock) {
        this.personal = personal;
        this.own = own;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Tell what one carries, which doors it opens at this moment, and where one was last",
            description = "Empty for accounts of the server itself, which carry nothing.")
    Access get(Actor actor) {
        Membership home = actor.membership();
        if (home == null) {
            return new Access(List.of(), List.of(), false, List.of());
        }
        Instant now = clock.instant();
        OpenNow open = own.openNow(actor);
        return new Access(
                personal.identifiers(actor, home.project(), home.person()).stream()
                        .map(carried -> IdentifierView.of(carried, now))
                        .toList(),
                open.doors().stream().map(DoorView::of).toList(),
                open.more(),
                own.lastPasses(actor, PASSES).stream().map(PassView::of).toList());
    }
}
