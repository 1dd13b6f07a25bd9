package dev.lintel.domain.access;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DevicePresence;
import dev.lintel.domain.device.Position;
import dev.lintel.domain.device.Presence;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.permission.Unguarded;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the visitor's page of a guest pass shows and does: who knows its address may open what the pass opens. */
@Service
public class VisitorDoors {
    private static final String VISITOR = "whoever knows the address of the page is the visitor";

    private final GuestPasses passes;
    private final AccessDirectory directory;
    private final AccessService access;
    private final DevicePresence presence;
    private final OpenedDoors opened;
    private final InstantSource clock;

    VisitorDoors(
            GuestPasses passes,
            AccessDirectory directory,
            AccessService access,
            DevicePresence presence,
            OpenedDoors opened,
            InstantSource clock) {
        this.passes = passes;
        this.directory = directory;
        this.access = access;
        this.presence = presence;
        this.opened = opened;
        this.clock = clock;
    }

    /**
     * A door that the pass names.
     *
     * @param device id
     * @param name as the project calls the device
     * @param accessPoint the direction through it; null when the restriction does not tell one from the other
     * @param reason {@link ReasonCode#GRANTED} when it would open now, else why not
     * @param position where it stands; null when nobody said
     */
    public record VisitorDoor(
            String device,
            String name,
            @Nullable String accessPoint,
            ReasonCode reason,
            @Nullable Position position) {
        public boolean isOpen() {
            return reason == ReasonCode.GRANTED || reason == ReasonCode.POLICY_ALLOWED;
        }
    }

    /** What became of a wish to open. */
    public sealed interface Opening {
        record Opened() implements Opening {}

        record Denied(ReasonCode reason) implements Opening {}

        /** The panel is not there; nothing was counted. */
        record Unreachable() implements Opening {}

        /** The pass was counted, but the panel did not say that it opened. */
        record Unsure() implements Opening {}
    }

    /**
     * What a visitor is told.
     *
     * @param place name of the project
     * @param zone of the clocks on its walls
     * @param doors by name, as they stand now
     */
    public record Visit(GuestPass pass, String place, ZoneId zone, List<VisitorDoor> doors) {
        public Visit {
            doors = List.copyOf(doors);
        }
    }

    /** What the page with this secret shows; empty for a secret that is none. Nothing is logged or counted. */
    @Unguarded(VISITOR)
    public Optional<Visit> visit(String secret) {
        return passes.ofPage(secret).flatMap(this::visit);
    }

    private Optional<Visit> visit(GuestPass pass) {
        SiteSnapshot site = directory.site(pass.project());
        return Optional.ofNullable(site)
                .map(found ->
                        new Visit(pass, found.project().name(), found.project().timeZone(), doors(pass, found)));
    }

    private List<VisitorDoor> doors(GuestPass pass, SiteSnapshot site) {
        Collection<AccessStructure.Place> places = site.guestPlaces(pass.id());
        List<VisitorDoor> doors = new ArrayList<>();
        for (AccessStructure.Place place : places) {
            Device device = site.device(place.device());
            // a way that is named in every direction need not be told direction by direction
            boolean told =
                    place.accessPoint() != null && places.contains(new AccessStructure.Place(place.device(), null));
            if (device != null && !told) {
                doors.add(door(site, device, place, pass));
            }
        }
        doors.sort(Comparator.comparing(VisitorDoor::name));
        return doors;
    }

    private VisitorDoor door(SiteSnapshot site, Device device, AccessStructure.Place place, GuestPass pass) {
        String name = site.nameOf(device);
        ReasonCode reason = access.explain(request(device, place.accessPoint(), pass))
                .decision()
                .reason();
        return new VisitorDoor(device.id(), name, place.accessPoint(), reason, device.position());
    }

    /**
     * Opens a door for the visitor: decided, logged and counted as at the door itself.
     *
     * @param secret of the page
     * @param device id of one of the doors
     * @param key of this wish: the same one again counts nothing twice, and opens nothing twice
     * @return empty when the page or the door is not there
     */
    @Unguarded(VISITOR)
    public Optional<Opening> open(String secret, String device, @Nullable String accessPoint, String key) {
        return passes.ofPage(secret).flatMap(this::visit).flatMap(visit -> visit.doors().stream()
                .filter(door -> door.device().equals(device) && Objects.equals(door.accessPoint(), accessPoint))
                .findFirst()
                .map(door -> open(visit.pass(), door, key)));
    }

    private Opening open(GuestPass pass, VisitorDoor door, String key) {
        SiteSnapshot site = directory.site(pass.project());
        Device device = site == null ? null : site.device(door.device());
        if (device == null || presence.of(device.serial()) != Presence.ONLINE) {
            return door.isOpen() ? new Opening.Unreachable() : new Opening.Denied(door.reason());
        }
        AccessAnswer answer = access.ask(
                request(device, door.accessPoint(), pass),
                new RequestOrigin(Channel.VISITOR, "page/" + pass.id() + "/" + key, null));
        if (answer.decision().verdict() != Verdict.GRANT) {
            return new Opening.Denied(answer.decision().reason());
        }
        if (answer.repeated()) {
            return new Opening.Opened();
        }
        return switch (opened.open(device.serial(), answer.decision().locks())) {
            case OPENED -> new Opening.Opened();
            case FAILED, NO_ANSWER -> new Opening.Unsure();
        };
    }

    private AccessRequest request(Device device, @Nullable String accessPoint, GuestPass pass) {
        return new AccessRequest(
                device.serial(), accessPoint, null, pass.type(), pass.facts().value(), clock.instant());
    }
}
