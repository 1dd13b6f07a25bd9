package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.ExpandedRecords;
import dev.lintel.domain.listing.Expansion;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Lists;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Every identifier at every door that it may open, as far as the actor reaches both. Narrowed to a door it says who can open
 * that; narrowed to a user, which doors they open; each at the moment asked for.
 */
@Service
public class AccessMatrix extends ExpandedRecords<MatrixCell> {
    private final AccessDirectory directory;
    private final AccessDecisionPoint rules;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    AccessMatrix(
            Lists lists, AccessDirectory directory, AccessDecisionPoint rules, JdbcTemplate jdbc, InstantSource clock) {
        super(lists, MatrixFields.LISTING, clock);
        this.directory = directory;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether there is anything of it for the actor beyond what is their own. */
    public static boolean isFor(Actor actor) {
        Reach holders = actor.reach(Permission.IDENTIFIER_VIEW_OWN);
        boolean ofOthers = !(holders instanceof Reach.Nothing)
                && !(holders instanceof Reach.Part part && !part.own() && !part.descendants());
        return ofOthers && !(actor.reach(Permission.DEVICE_VIEW) instanceof Reach.Nothing);
    }

    /** A device within the actor's reach, with the site in which it stands. */
    public Optional<Door> door(Actor actor, long project, String id) {
        Reach reach = actor.requireReach(Permission.DEVICE_VIEW);
        SiteSnapshot site = directory.site(project);
        Device device = site == null ? null : site.device(id);
        return site == null || device == null || !directory.reaches(reach, project, id)
                ? Optional.empty()
                : Optional.of(new Door(device, site.nameOf(device), site.directionsOf(id)));
    }

    /**
     * A device that can be asked for.
     *
     * @param name what people call it
     * @param accessPoints the directions that restrictions tell from each other, sorted
     */
    public record Door(Device device, String name, List<String> accessPoints) {
        public Door {
            accessPoints = List.copyOf(accessPoints);
        }
    }

    @Override
    protected SqlCondition visibleTo(Actor actor) {
        return InReach.person(actor.requireReach(Permission.IDENTIFIER_VIEW_OWN), "i.project_id", "i.person_id");
    }

    @Override
    protected Expansion<MatrixCell> expansion(Actor actor, ListQuery<MatrixCell> query) {
        Reach devices = actor.requireReach(Permission.DEVICE_VIEW);
        Instant now = clock.instant();
        MatrixSource source = new MatrixSource(sites(actor, query), jdbc, MatrixSource.FEW);
        boolean restrictions = !(actor.reach(Permission.ACCESS_RESTRICTION_VIEW) instanceof Reach.Nothing);
        return new MatrixExpansion(
                directory,
                rules,
                source.of(query, visibleTo(actor), now),
                MatrixMoment.of(query, now),
                new MatrixExpansion.Seen(devices, restrictions));
    }

    private List<SiteSnapshot> sites(Actor actor, ListQuery<MatrixCell> query) {
        List<SiteSnapshot> sites = new ArrayList<>();
        directory.sites().forEach(site -> {
            Long project = site.project().id();
            boolean asked = query.narrowing().stream()
                    .filter(condition ->
                            condition.field().key().equals("project") && condition.operator() == Operator.IS)
                    .allMatch(condition -> condition.values().contains(project));
            if (asked && actor.sees(project)) {
                sites.add(site);
            }
        });
        return sites;
    }

    /** It takes the permission to take identifiers along: a file of all cards is worth more than a page of them. */
    @Override
    public boolean mayExport(Actor actor) {
        return !(actor.reach(Permission.IDENTIFIER_EXPORT) instanceof Reach.Nothing);
    }

    @Override
    public void each(Actor actor, ListQuery<MatrixCell> query, Consumer<MatrixCell> receiver) {
        actor.requireReach(Permission.IDENTIFIER_EXPORT);
        super.each(actor, query, receiver);
    }
}
