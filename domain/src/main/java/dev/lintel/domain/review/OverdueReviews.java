package dev.lintel.domain.review;

import dev.lintel.domain.permission.Unguarded;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds reviews that should be closed by now, by the clock of their project, and tells once whose turn it is. */
@Service
public class OverdueReviews {
    private final ReviewStore store;
    private final ReviewNews news;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    OverdueReviews(
            ReviewStore store,
            ReviewNews news,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.news = news;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Found(long project, long review, LocalDate due, ZoneId zone) {}

    /** Each is told by one node. To be called every few minutes. */
    @Unguarded("it tells those who take part what they see anyway")
    public void tell() {
        Instant now = clock.instant();
        List<Found> found = jdbc.query(
                """
                select v.project_id, v.id, v.due, p.time_zone from access_review v join project p on p.id = v.project_id
                where v.state <> 'CLOSED' and not v.overdue_told and v.due <= ? order by v.due, v.id""",
                (row, n) -> new Found(
                        row.getLong("project_id"),
                        row.getLong("id"),
                        row.getObject("due", LocalDate.class),
                        ZoneId.of(row.getString("time_zone"))),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
        for (Found one : found) {
            if (one.due().isBefore(LocalDate.ofInstant(now, one.zone()))) {
                transaction.executeWithoutResult(status -> tell(one));
            }
        }
    }

    private void tell(Found one) {
        if (store.claimOverdue(one.project(), one.review())) {
            store.get(one.project(), one.review()).ifPresent(news::overdue);
        }
    }
}
