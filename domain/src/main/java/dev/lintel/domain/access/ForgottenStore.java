package dev.lintel.domain.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps who was said not to be inside, for as long as it matters. */
@Repository
class ForgottenStore {
    private final JdbcTemplate jdbc;

    ForgottenStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param day when the day of the project began; what was said before is no longer kept */
    void keep(long project, Forgetting forgetting, Instant day) {
        jdbc.update(
                "delete from forgotten_presence where project_id = ? and at < ?",
                project,
                day.atOffset(ZoneOffset.UTC));
        jdbc.update(
                """
                insert into forgotten_presence (project_id, group_id, person_id, at) values (?, ?, ?, ?)
                on conflict (project_id, group_id, person_id)
                do update set at = greatest(forgotten_presence.at, excluded.at)""",
                project,
                forgetting.area(),
                forgetting.person(),
                forgetting.at().atOffset(ZoneOffset.UTC));
    }

    List<Forgetting> since(long project, Instant day) {
        return jdbc.query(
                "select group_id, person_id, at from forgotten_presence where project_id = ? and at >= ?",
                (row, number) -> new Forgetting(
                        row.getString("group_id"),
                        row.getString("person_id"),
                        row.getObject("at", OffsetDateTime.class).toInstant()),
                project,
                day.atOffset(ZoneOffset.UTC));
    }
}
