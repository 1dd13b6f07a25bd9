package dev.lintel.domain.user.marker;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.Unguarded;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Who has which marker, for lists that name people: few have one, so those of a project are read at once. */
@Service
public class MarkedPeople {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_PROJECTS = 200;

    private final JdbcTemplate jdbc;
    private final Cache<Long, Map<String, Marker>> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_PROJECTS)
            .expireAfterWrite(REMEMBERED)
            .build();

    MarkedPeople(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The marker of a person; a change is seen a few seconds later. Empty, too, for whoever may not see markers. */
    public Optional<Marker> of(Actor actor, long project, String person) {
        boolean mayKnow = !(actor.reach(Permission.MARKER_VIEW) instanceof Reach.Nothing) && actor.sees(project);
        return mayKnow
                ? Optional.ofNullable(Objects.requireNonNull(remembered.get(project, this::read))
                        .get(person))
                : Optional.empty();
    }

    /** The same by its id, for lists that were found by markers of whoever may see them. */
    @Unguarded("it is compared with a filter that only those may use who see markers")
    public Optional<String> idOf(long project, String person) {
        return Optional.ofNullable(Objects.requireNonNull(remembered.get(project, this::read))
                        .get(person))
                .map(Marker::id);
    }

    private Map<String, Marker> read(long project) {
        Map<String, Marker> marked = new HashMap<>();
        jdbc.query(
                """
                select p.id as person, m.id, m.name, m.colour
                from person p join marker m on m.project_id = p.project_id and m.id = p.marker_id
                where p.project_id = ?\
                """,
                row -> {
                    marked.put(
                            row.getString("person"),
                            new Marker(project, row.getString("id"), row.getString("name"), row.getString("colour")));
                },
                project);
        return marked;
    }
}
