package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.OwnerType;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.access.WantedFacts;
import dev.lintel.domain.access.matrix.DoorWeek.Carried;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.InReach;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.user.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** The week of a door for somebody: when it opens to them and by which restrictions, when not, and why not. */
@Service
public class DoorWeeks {
    private final AccessDirectory directory;
    private final AccessDecisionPoint rules;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    DoorWeeks(AccessDirectory directory, AccessDecisionPoint rules, JdbcTemplate jdbc, InstantSource clock) {
        this.directory = directory;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Under the rules in force.
     *
     * @return empty when there is no such user, identifier or device as far as the actor reaches
     */
    public Optional<DoorWeek> week(Actor actor, DoorWeekQuery asked) {
        return week(actor, asked, rules, WantedFacts.NONE);
    }

    /**
     * Under other rules than those in force, as those of a draft.
     *
     * @param wanted what those rules ask beyond what those in force do
     * @return empty when there is no such user, identifier or device as far as the actor reaches
     */
    public Optional<DoorWeek> week(Actor actor, DoorWeekQuery asked, AccessDecisionPoint decided, WantedFacts wanted) {
        Reach holders = actor.requireReach(Permission.IDENTIFIER_VIEW_OWN);
        Reach devices = actor.requireReach(Permission.DEVICE_VIEW);
        boolean restrictions = !(actor.reach(Permission.ACCESS_RESTRICTION_VIEW) instanceof Reach.Nothing);
        SiteSnapshot site = directory.site(asked.project());
        Device device = site == null ? null : site.device(asked.device());
        User owner = site == null ? null : site.user(asked.user());
        if (site == null
                || device == null
                || owner == null
                || !devices.hasGroup(asked.project(), device.group(), site.above(device.group()))
                || !isReached(holders, asked)) {
            return Optional.empty();
        }
        List<Carried> carried = carried(asked);
        return asked.identifier() != null && carried.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Asked(site.asking(wanted), device, asked, carried).week(owner, decided, restrictions));
    }

    private boolean isReached(Reach reach, DoorWeekQuery asked) {
        SqlCondition person = SqlCondition.of("p.project_id = ? and p.id = ?", asked.project(), asked.user())
                .and(InReach.person(reach, "p.project_id", "p.id"));
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from person p where " + person.sql() + ")",
                Boolean.class,
                person.parameters().toArray()));
    }

    private List<Carried> carried(DoorWeekQuery asked) {
        SqlCondition theirs = SqlCondition.of("project_id = ? and person_id = ?", asked.project(), asked.user())
                .and(
                        asked.identifier() == null
                                ? SqlCondition.of("guest is null")
                                : SqlCondition.of("id = ?", asked.identifier()));
        return jdbc.query(
                "select id, type, value, guest from identifier where " + theirs.sql() + " order by id",
                DoorWeeks::carried,
                theirs.parameters().toArray());
    }

    private static Carried carried(ResultSet row, int number) throws SQLException {
        IdentifierType type = IdentifierType.valueOf(row.getString("type"));
        String guest = row.getString("guest");
        return new Carried(
                row.getString("id"),
                type,
                type.isSecret() ? IssuedIdentifier.HIDDEN : row.getString("value"),
                OwnerType.of(guest == null ? null : GuestKind.valueOf(guest)));
    }

    /** What is asked of one state of the project. */
    private final class Asked {
        private final SiteSnapshot site;
        private final Device device;
        private final DoorWeekQuery query;
        private final List<Carried> carried;

        Asked(SiteSnapshot site, Device device, DoorWeekQuery query, List<Carried> carried) {
            this.site = site;
            this.device = device;
            this.query = query;
            // the database may already know of one that this state does not
            this.carried = carried.stream()
                    .filter(one -> site.identifier(one.id()) != null)
                    .toList();
        }

        DoorWeek week(User owner, AccessDecisionPoint decided, boolean restrictions) {
            ZoneId zone = site.project().timeZone();
            LocalDate first = query.from() == null ? LocalDate.ofInstant(clock.instant(), zone) : query.from();
            List<DoorTimes.Key> keys = carried.stream()
                    .map(one -> new DoorTimes.Key(one.id(), at -> facts(one.id(), at)))
                    .toList();
            List<DoorSpan> spans = new DoorTimes(decided, DoorTimes.MOST)
                    .follow(keys, DoorWeek.startOf(first, zone), DoorWeek.endOf(first, zone));
            if (!restrictions) {
                spans = DoorSpan.joined(
                        spans.stream().map(DoorSpan::withoutRestrictions).toList());
            }
            AccessMatrix.Door door = new AccessMatrix.Door(device, site.nameOf(device), site.directionsOf(device.id()));
            return new DoorWeek(query, owner.name(), door, carried, first, zone, spans, names(spans));
        }

        private AccessFacts facts(String identifier, Instant at) {
            AccessFacts facts = site.facts(identifier, device, query.accessPoint(), query.lock(), at);
            return Objects.requireNonNull(facts, "the state of the project has all that are asked about");
        }

        private Map<String, String> names(List<DoorSpan> spans) {
            Map<String, String> names = new HashMap<>();
            spans.stream()
                    .flatMap(span -> span.restrictions().stream())
                    .distinct()
                    .forEach(id -> {
                        AccessRestriction restriction = site.restriction(id);
                        names.put(id, restriction == null ? id : restriction.name());
                    });
            return names;
        }
    }
}
