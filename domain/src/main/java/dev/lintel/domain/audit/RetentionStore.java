package dev.lintel.domain.audit;

import dev.lintel.domain.audit.seal.Fault;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** Keeps how long logs are kept. */
@Repository
class RetentionStore {
    /** Number of the log of passes at devices that the server does not know. */
    static final long NO_PROJECT = 0;

    private static final RowMapper<Kept> KEPT = (row, number) -> new Kept(
            row.getLong("project"),
            new Retention(row.getInt("amount"), Retention.Unit.valueOf(row.getString("unit"))),
            row.getObject("looked", OffsetDateTime.class).toInstant(),
            row.getString("fault") == null ? null : Fault.Kind.valueOf(row.getString("fault")),
            row.getObject("fault_number", Long.class));

    private final JdbcTemplate jdbc;

    RetentionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was said of one log.
     *
     * @param looked when somebody last looked what is too old
     */
    record Kept(
            long project,
            Retention retention,
            Instant looked,
            Fault.@Nullable Kind fault,
            @Nullable Long faultNumber) {}

    Optional<Kept> of(long project) {
        return jdbc.query("select * from log_retention where project = ?", KEPT, project).stream()
                .findFirst();
    }

    List<Kept> all() {
        return jdbc.query("select * from log_retention order by project", KEPT);
    }

    /** @param wanted null is for ever */
    void save(long project, @Nullable Retention wanted, Instant now) {
        if (wanted == null) {
            jdbc.update("delete from log_retention where project = ?", project);
            return;
        }
        jdbc.update("""
                insert into log_retention (project, amount, unit, looked) values (?, ?, ?, ?)
                on conflict (project) do update set amount = excluded.amount, unit = excluded.unit""", project, wanted.amount(), wanted.unit().name(), now.atOffset(ZoneOffset.UTC));
    }

    /** Says that a log is looked at now; false when another node has said so first, or nobody wants it any more. */
    boolean claim(Kept kept, Instant now) {
        return jdbc.update(
                        "update log_retention set looked = ?, fault = null, fault_number = null"
                                + " where project = ? and looked = ?",
                        now.atOffset(ZoneOffset.UTC),
                        kept.project(),
                        kept.looked().atOffset(ZoneOffset.UTC))
                == 1;
    }

    void note(long project, Fault fault) {
        jdbc.update(
                "update log_retention set fault = ?, fault_number = ? where project = ?",
                fault.kind().name(),
                fault.number(),
                project);
    }

    boolean exists(long project) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select exists (select from project where id = ?)", Boolean.class, project));
    }

    /** By whose clocks the days of the log begin; of a project that is gone, and of none, those of Greenwich. */
    ZoneId zone(long project) {
        return jdbc.queryForList("select time_zone from project where id = ?", String.class, project).stream()
                .findFirst()
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }

    long older(long project, Instant than) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from acs_log where project_id is not distinct from ?::bigint and at < ?",
                Long.class,
                project == NO_PROJECT ? null : project,
                than.atOffset(ZoneOffset.UTC)));
    }
}
