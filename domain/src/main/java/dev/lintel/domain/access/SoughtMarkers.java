package dev.lintel.domain.access;

import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.user.marker.MarkedPeople;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds entries of the ACS log by the marker that their owner has today. Markers are not in the log: few people have one, so
 * these are looked up first, and their entries by the index of owners.
 */
@Component
class SoughtMarkers {
    static final String FIELD = "marker";

    /** Who is among more people than these has come by often enough to be found from the end of the log. */
    private static final int MOST_PEOPLE = 200;

    private static final String MARKED = """
            (project_id, owner_id) in (
                select p.project_id, p.id from person p where p.marker_id is not null and p.marker_id = any (?))""";

    private final JdbcTemplate jdbc;
    private final MarkedPeople marked;

    SoughtMarkers(JdbcTemplate jdbc, MarkedPeople marked) {
        this.jdbc = jdbc;
        this.marked = marked;
    }

    Field<AcsLogEntry> field() {
        return Field.references(FIELD, MARKED, this::of);
    }

    private List<String> of(AcsLogEntry entry) {
        Long project = entry.project();
        String owner = entry.ownerId();
        return project == null || owner == null
                ? List.of()
                : marked.idOf(project, owner).stream().toList();
    }

    private record Person(long project, String id) {}

    /**
     * Holds for every entry of somebody with one of the markers, and for few others.
     *
     * @param project null is any
     */
    SqlCondition narrow(List<String> markers, @Nullable Long project) {
        List<Person> people = jdbc.query(
                """
                select project_id, id from person where marker_id is not null and marker_id = any (?)
                    and (?::bigint is null or project_id = ?) limit\
                """ + " " + (MOST_PEOPLE + 1),
                (row, number) -> new Person(row.getLong(1), Objects.requireNonNull(row.getString(2))),
                markers.toArray(String[]::new),
                project,
                project);
        return people.size() > MOST_PEOPLE
                ? SqlCondition.all()
                : SqlCondition.of(
                        "(project_id = any (?) and owner_id = any (?))",
                        people.stream().map(Person::project).distinct().toArray(Long[]::new),
                        people.stream().map(Person::id).distinct().toArray(String[]::new));
    }
}
