package dev.lintel.domain.rulebook;

import jakarta.annotation.PreDestroy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Remembers when each row of the tables that are about something else than doors last counted, to the hour. */
@Component
public class OutcomeUses {
    private static final Duration EXACTLY = Duration.ofHours(1);

    private static final Logger LOG = System.getLogger(OutcomeUses.class.getName());

    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final Map<Row, Instant> known = new ConcurrentHashMap<>();

    // whoever asks does not wait, may have locked the project, and may take back what comes of it
    private final ExecutorService later = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("row-uses").factory());

    private record Row(long project, String id) {}

    OutcomeUses(JdbcTemplate jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A row counted now. */
    void count(long project, String id) {
        Instant now = clock.instant();
        Row row = new Row(project, id);
        @Nullable Instant before = known.get(row);
        if (before == null || !before.plus(EXACTLY).isAfter(now)) {
            known.put(row, now);
            later.execute(() -> keep(row, now));
        }
    }

    private void keep(Row row, Instant now) {
        try {
            jdbc.update("""
                    insert into outcome_row_use (project_id, row_id, last_used) values (?, ?, ?)
                    on conflict (project_id, row_id)
                        do update set last_used = greatest(outcome_row_use.last_used, excluded.last_used)""", row.project(), row.id(), now.atOffset(ZoneOffset.UTC));
        } catch (DataAccessException failure) {
            // the next time that it counts
            known.remove(row, now);
            LOG.log(Level.WARNING, "it is not kept that a row of project " + row.project() + " counted", failure);
        }
    }

    /** Ids of the rows that counted since an instant, or up to an hour before. */
    public Set<String> since(long project, Instant since) {
        return new HashSet<>(jdbc.queryForList(
                "select row_id from outcome_row_use where project_id = ? and last_used >= ?",
                String.class,
                project,
                since.minus(EXACTLY).atOffset(ZoneOffset.UTC)));
    }

    @PreDestroy
    void finish() {
        later.close();
    }
}
