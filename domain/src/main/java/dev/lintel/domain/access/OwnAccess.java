package dev.lintel.domain.access;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceNames;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Unguarded;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** What somebody may know of their own way in: which doors open for them, and where they have been. */
@Service
public class OwnAccess {
    private static final String OWN = "everybody may know what they carry, and where they were themselves";

    private final AccessDirectory directory;
    private final AccessDecisions decisions;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    OwnAccess(AccessDirectory directory, AccessDecisions decisions, JdbcTemplate jdbc, InstantSource clock) {
        this.directory = directory;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A door that would open at this moment.
     *
     * @param name as the project calls the device
     * @param accessPoint the direction through it; null when the restriction does not tell one from the other
     */
    public record OpenDoor(
            String device, String name, @Nullable String accessPoint) {}

    /** Doors that open at this moment to something that the actor carries, by name. Nothing is logged or counted. */
    @Unguarded(OWN)
    public List<OpenDoor> openNow(Actor actor) {
        Membership home = actor.membership();
        SiteSnapshot site = home == null ? null : directory.site(home.project());
        if (home == null || site == null) {
            return List.of();
        }
        List<Identifier> carried = jdbc
                .queryForList(
                        "select id from identifier where project_id = ? and person_id = ? and guest is null",
                        String.class,
                        home.project(),
                        home.person())
                .stream()
                .map(site::identifier)
                .filter(Objects::nonNull)
                .toList();
        Collection<AccessStructure.Place> places =
                site.places(home.person(), carried.stream().map(Identifier::id).toList());
        List<OpenDoor> open = places.stream()
                .flatMap(place -> open(site, place, carried))
                .sorted(Comparator.comparing(OpenDoor::name))
                .toList();
        // a way that is open in every direction need not be told direction by direction
        return open.stream()
                .filter(door ->
                        door.accessPoint() == null || !open.contains(new OpenDoor(door.device(), door.name(), null)))
                .toList();
    }

    private Stream<OpenDoor> open(SiteSnapshot site, AccessStructure.Place place, List<Identifier> carried) {
        Device device = site.device(place.device());
        if (device == null || carried.stream().noneMatch(identifier -> opens(device, place, identifier))) {
            return Stream.empty();
        }
        ObjectGroup group = site.group(device.group());
        String name = DeviceNames.of(device, group == null ? null : group.name());
        return Stream.of(new OpenDoor(device.id(), name, place.accessPoint()));
    }

    private boolean opens(Device device, AccessStructure.Place place, Identifier identifier) {
        AccessRequest request = new AccessRequest(
                device.serial(), place.accessPoint(), null, identifier.type(), identifier.value(), clock.instant());
        return decisions.decide(request).decision().verdict() == Verdict.GRANT;
    }

    /** The actor's own passes and tries, guests of theirs included, the newest first. */
    @Unguarded(OWN)
    public List<AcsLogEntry> lastPasses(Actor actor, int limit) {
        Membership home = actor.membership();
        return home == null
                ? List.of()
                : jdbc.query(
                        "select * from acs_log where project_id = ? and owner_id = ? order by id desc limit ?",
                        AcsLogRows.ENTRY,
                        home.project(),
                        home.person(),
                        limit);
    }
}
