package dev.lintel.domain.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The requests of a project that the server decided, with the facts of then, for deciding them again. */
@Repository
public class RecordedRequests {
    /** Read and decided together, so that memory stays flat however many there are. */
    private static final int BATCH = 4_000;

    private final JdbcTemplate jdbc;

    RecordedRequests(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them. Its facts are read when they are asked for, by whichever thread asks.
     *
     * @param id of the log entry
     * @param reason why it was decided as it was
     */
    public record Recorded(
            long id,
            Instant at,
            @Nullable String deviceId,
            @Nullable String deviceName,
            @Nullable String ownerName,
            Verdict verdict,
            ReasonCode reason,
            String json) {
        public AccessFacts facts() {
            return DecisionJson.facts(json);
        }
    }

    /** Hands over those since an instant, the oldest first, in batches. */
    @Transactional(readOnly = true)
    public void since(long project, Instant since, Consumer<List<Recorded>> batches) {
        JdbcTemplate streaming = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(BATCH);
        List<Recorded> batch = new ArrayList<>(BATCH);
        streaming.query(
                """
                select id, at, device_id, device_name, owner_name, verdict, reason, facts from acs_log
                where project_id = ? and at >= ? and reason not in ('DECIDED_BY_DEVICE', 'INDETERMINATE') order by at""",
                row -> {
                    batch.add(new Recorded(
                            row.getLong("id"),
                            row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                            row.getString("device_id"),
                            row.getString("device_name"),
                            row.getString("owner_name"),
                            Verdict.valueOf(row.getString("verdict")),
                            ReasonCode.valueOf(row.getString("reason")),
                            row.getString("facts")));
                    if (batch.size() == BATCH) {
                        batches.accept(List.copyOf(batch));
                        batch.clear();
                    }
                },
                project,
                since.atOffset(ZoneOffset.UTC));
        batches.accept(List.copyOf(batch));
    }
}
