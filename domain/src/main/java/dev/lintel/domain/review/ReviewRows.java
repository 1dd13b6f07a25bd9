package dev.lintel.domain.review;

import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.review.Review.Progress;
import dev.lintel.domain.review.ReviewRight.Granting;
import dev.lintel.domain.review.ReviewRight.Holder;
import dev.lintel.domain.review.ReviewRight.HolderKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the rows of reviews {@code v} and of their rights {@code r}. */
final class ReviewRows {
    private static final String RIGHTS =
            "(select count(%s) from access_review_right r where r.project_id = v.project_id and r.review_id = v.id%s)";

    static final String RIGHT_COUNT = RIGHTS.formatted("*", "");
    static final String UNDECIDED = RIGHTS.formatted("*", " and r.decision is null");
    static final String REMOVALS = RIGHTS.formatted("*", " and r.decision in ('REMOVE', 'LEAVE_GROUP')");

    static final String REVIEW =
            "v.*, " + RIGHT_COUNT + " as rights, " + UNDECIDED + " as undecided, " + REMOVALS + " as removals";

    static final String RIGHT_FROM = """
            access_review_right r join access_review_restriction s
            on s.project_id = r.project_id and s.review_id = r.review_id and s.restriction_id = r.restriction_id\
            """;
    static final String RIGHT = "r.*, s.name as restriction_name, s.doors, s.schedules";

    private ReviewRows() {}

    static Review review(ResultSet row, int n) throws SQLException {
        return new Review(
                row.getLong("project_id"),
                row.getLong("id"),
                row.getString("name"),
                new ReviewScope(ReviewScope.Kind.valueOf(row.getString("scope")), row.getString("scope_id")),
                row.getString("subject"),
                party(row, "reviewer"),
                party(row, "verifier"),
                row.getObject("due", LocalDate.class),
                Review.State.valueOf(row.getString("state")),
                new Progress(row.getInt("rights"), row.getInt("undecided"), row.getInt("removals")),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                row.getString("started_by"),
                instant(row, "handed_in"),
                row.getString("sent_back"),
                instant(row, "closed"));
    }

    private static ReviewParty party(ResultSet row, String who) throws SQLException {
        return new ReviewParty(row.getLong(who), row.getString(who + "_login"), row.getString(who + "_name"));
    }

    static ReviewRight right(ResultSet row, int n) throws SQLException {
        return new ReviewRight(
                row.getLong("project_id"),
                row.getLong("review_id"),
                row.getInt("number"),
                holder(row),
                granting(row),
                texts(row, "also"),
                instant(row, "used"),
                constant(row, "decision", ReviewDecision.class),
                row.getString("comment"),
                instant(row, "decided"),
                constant(row, "outcome", ReviewOutcome.class));
    }

    private static Holder holder(ResultSet row) throws SQLException {
        return new Holder(
                HolderKind.valueOf(row.getString("holder")),
                row.getString("person_id"),
                row.getString("person_name"),
                row.getString("identifier_id"),
                constant(row, "identifier_type", IdentifierType.class),
                row.getString("label"));
    }

    private static Granting granting(ResultSet row) throws SQLException {
        return new Granting(
                row.getString("restriction_id"),
                row.getString("restriction_name"),
                texts(row, "doors"),
                texts(row, "schedules"),
                new Via(Via.Kind.valueOf(row.getString("via")), row.getString("via_id")),
                row.getString("via_name"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static <E extends Enum<E>> @Nullable E constant(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
