package dev.lintel.domain.access;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Unguarded;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** What somebody may know of their own way in: which doors open for them, and where they have been. */
@Service
public class OwnAccess {
    private static final String OWN = "everybody may know what they carry, and where they were themselves";

    /** So many doors are told at a time. */
    public static final int MOST_DOORS = 60;

    /** So many decisions are made for one look. */
    static final int MOST_ASKED = 600;

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

    /**
     * Doors that open at this moment.
     *
     * @param doors by name, at most {@link #MOST_DOORS}
     * @param more whether there may be others: whoever keeps a large site is told the first ones only
     */
    public record OpenNow(List<OpenDoor> doors, boolean more) {
        static final OpenNow NOTHING = new OpenNow(List.of(), false);

        public OpenNow {
            doors = List.copyOf(doors);
        }
    }

    /** A place by the name that people know it by. */
    private record Named(String name, AccessStructure.Place place) {
        private static final Comparator<Named> BY_NAME = Comparator.comparing(Named::name)
                .thenComparing(named -> named.place().device())
                .thenComparing(named -> Objects.requireNonNullElse(named.place().accessPoint(), ""));
    }

    /** Doors that open at this moment to something that the actor carries, by name. Nothing is logged or counted. */
    @Unguarded(OWN)
    public OpenNow openNow(Actor actor) {
        Membership home = actor.membership();
        SiteSnapshot site = home == null ? null : directory.site(home.project());
        if (home == null || site == null) {
            return OpenNow.NOTHING;
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
        List<Named> places = site
                .places(home.person(), carried.stream().map(Identifier::id).toList())
                .stream()
                .filter(place -> site.device(place.device()) != null)
                .map(place -> new Named(name(site, place.device()), place))
                .sorted(Named.BY_NAME)
                .toList();
        return open(site, places, carried);
    }

    /** As many as people read, and no more looked at than takes a moment. */
    private OpenNow open(SiteSnapshot site, List<Named> places, List<Identifier> carried) {
        List<OpenDoor> open = new ArrayList<>();
        Set<String> everyWay = new HashSet<>();
        int asked = 0;
        for (Named named : places) {
            AccessStructure.Place place = named.place();
            Device device = Objects.requireNonNull(site.device(place.device()));
            // a way that is open in every direction, which comes first, need not be told direction by direction
            if (everyWay.contains(device.id())) {
                continue;
            }
            if (open.size() >= MOST_DOORS || asked >= MOST_ASKED) {
                return new OpenNow(open, true);
            }
            for (Identifier identifier : carried) {
                asked++;
                if (opens(device, place, identifier)) {
                    open.add(new OpenDoor(device.id(), named.name(), place.accessPoint()));
                    if (place.accessPoint() == null) {
                        everyWay.add(device.id());
                    }
                    break;
                }
            }
        }
        return new OpenNow(open, false);
    }

    private static String name(SiteSnapshot site, String id) {
        return site.nameOf(Objects.requireNonNull(site.device(id)));
    }

    private boolean opens(Device device, AccessStructure.Place place, Identifier identifier) {
        AccessRequest request = new AccessRequest(
                device.serial(), place.accessPoint(), null, identifier.type(), identifier.value(), clock.instant());
        return decisions.foresee(request).decision().verdict() == Verdict.GRANT;
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
