package dev.lintel.domain.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the reviews. */
@Repository
class ReviewStore {
    private static final String ONE = " where project_id = ? and id = ?";

    private final JdbcTemplate jdbc;

    ReviewStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Review> get(long project, long id) {
        return jdbc
                .query(
                        "select " + ReviewRows.REVIEW + " from access_review v where v.project_id = ? and v.id = ?",
                        ReviewRows::review,
                        project,
                        id)
                .stream()
                .findFirst();
    }

    /** Nobody else changes the review before this transaction is over. */
    void lock(long project, long id) {
        jdbc.queryForList("select id from access_review" + ONE + " for update", Long.class, project, id);
    }

    /**
     * What a new review begins with.
     *
     * @param subject name of the group or door
     * @param by login of whoever starts it
     */
    record New(
            long project,
            ReviewDraft draft,
            String subject,
            ReviewParty reviewer,
            ReviewParty verifier,
            String by,
            Instant at) {}

    /** @return the number of the new review */
    long add(New started) {
        ReviewDraft draft = started.draft();
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                insert into access_review (project_id, name, scope, scope_id, subject, reviewer, reviewer_login,
                    reviewer_name, verifier, verifier_login, verifier_name, due, started, started_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
                Long.class,
                started.project(),
                draft.name(),
                draft.scope().kind().name(),
                draft.scope().id(),
                started.subject(),
                started.reviewer().account(),
                started.reviewer().login(),
                started.reviewer().name(),
                started.verifier().account(),
                started.verifier().login(),
                started.verifier().name(),
                draft.due(),
                time(started.at()),
                started.by()));
    }

    void handIn(long project, long id, Instant at) {
        jdbc.update(
                "update access_review set state = 'HANDED_IN', handed_in = ?, sent_back = ''" + ONE,
                time(at),
                project,
                id);
    }

    void sendBack(long project, long id, String reason) {
        jdbc.update(
                "update access_review set state = 'OPEN', handed_in = null, sent_back = ?" + ONE, reason, project, id);
    }

    void close(long project, long id, Instant at) {
        jdbc.update("update access_review set state = 'CLOSED', closed = ?" + ONE, time(at), project, id);
    }

    /** @return false when it was told already, or is closed */
    boolean claimOverdue(long project, long id) {
        return jdbc.update(
                        "update access_review set overdue_told = true" + ONE
                                + " and state <> 'CLOSED' and not overdue_told",
                        project,
                        id)
                == 1;
    }

    List<ReviewRight> rights(long project, long review) {
        return jdbc.query(
                "select " + ReviewRows.RIGHT + " from " + ReviewRows.RIGHT_FROM
                        + " where r.project_id = ? and r.review_id = ? order by r.number",
                ReviewRows::right,
                project,
                review);
    }

    List<ReviewRight> rights(long project, long review, Collection<Integer> numbers) {
        return jdbc.query(
                "select " + ReviewRows.RIGHT + " from " + ReviewRows.RIGHT_FROM
                        + " where r.project_id = ? and r.review_id = ? and r.number = any (?) order by r.number",
                ReviewRows::right,
                project,
                review,
                numbers.toArray(Integer[]::new));
    }

    /** @param decision null takes it back; the condition on the state keeps what is closed as it is, whoever asks */
    void decide(
            Review review, Collection<Integer> numbers, @Nullable ReviewDecision decision, String comment, Instant at) {
        jdbc.update(
                """
                update access_review_right r set decision = ?, comment = ?, decided = ? from access_review v
                where v.project_id = ? and v.id = ? and v.state = 'OPEN'
                  and r.project_id = v.project_id and r.review_id = v.id and r.number = any (?)""",
                decision == null ? null : decision.name(),
                comment,
                decision == null ? null : time(at),
                review.project(),
                review.id(),
                numbers.toArray(Integer[]::new));
    }

    void note(Review review, Map<Integer, ReviewOutcome> outcomes) {
        jdbc.batchUpdate(
                "update access_review_right set outcome = ? where project_id = ? and review_id = ? and number = ?",
                outcomes.entrySet().stream()
                        .map(one -> new Object[] {one.getValue().name(), review.project(), review.id(), one.getKey()})
                        .toList());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
