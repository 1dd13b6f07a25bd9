package dev.lintel.domain.access;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** How much there is, as far as the asker may see it. Of whole projects it is known without asking the database. */
@Service
public class Totals {
    private final AccessDirectory directory;
    private final JdbcTemplate jdbc;

    Totals(AccessDirectory directory, JdbcTemplate jdbc) {
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** People within reach, of one project or of all; empty when the actor may see none at all. */
    public OptionalLong users(Actor actor, @Nullable Long project) {
        return count(
                actor.reach(Permission.USER_VIEW),
                project,
                site -> site.counts().users(),
                "person t",
                "t.id");
    }

    /** Identifiers of people within reach. */
    public OptionalLong identifiers(Actor actor, @Nullable Long project) {
        return count(
                actor.reach(Permission.IDENTIFIER_VIEW_ALL),
                project,
                site -> site.counts().identifiers(),
                "identifier t",
                "t.person_id");
    }

    /** Those among the identifiers that were made for guests. */
    public OptionalLong guestPasses(Actor actor, @Nullable Long project) {
        return count(
                actor.reach(Permission.IDENTIFIER_VIEW_ALL),
                project,
                SiteSnapshot::guestPasses,
                "(select * from identifier where guest is not null) t",
                "t.person_id");
    }

    /** @param rows and the column that names their person come from here, never from people */
    private OptionalLong count(
            Reach reach, @Nullable Long project, ToLongFunction<SiteSnapshot> whole, String rows, String person) {
        return switch (reach) {
            case Reach.Nothing nothing -> OptionalLong.empty();
            case Reach.Part part -> {
                SqlCondition where = InReach.person(part, "t.project_id", person);
                Long found = project != null && project != part.project()
                        ? Long.valueOf(0)
                        : jdbc.queryForObject(
                                "select count(*) from " + rows + " where " + where.sql(),
                                Long.class,
                                where.parameters().toArray());
                yield OptionalLong.of(found == null ? 0 : found);
            }
            case Reach wide ->
                OptionalLong.of(sites().filter(
                                site -> wide.touches(site.project().id()))
                        .filter(site -> project == null || site.project().id() == project)
                        .mapToLong(whole)
                        .sum());
        };
    }

    private Stream<SiteSnapshot> sites() {
        return StreamSupport.stream(directory.sites().spliterator(), false);
    }
}
