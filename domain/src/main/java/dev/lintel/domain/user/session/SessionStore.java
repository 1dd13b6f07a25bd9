package dev.lintel.domain.user.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of {@code login_session}. */
@Repository
class SessionStore {
    private static final String COLUMNS = "id, account_id, browser, address, since, last_seen";

    private final JdbcTemplate jdbc;

    SessionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    LoginSession add(long account, String browser, String address, Instant now) {
        return DataAccessUtils.requiredSingleResult(jdbc.query(
                "insert into login_session (account_id, browser, address, since, last_seen) values (?, ?, ?, ?, ?)"
                        + " returning " + COLUMNS,
                SessionStore::session,
                account,
                browser,
                address,
                time(now),
                time(now)));
    }

    boolean seen(long id, Instant now) {
        return jdbc.update("update login_session set last_seen = ? where id = ?", time(now), id) == 1;
    }

    List<LoginSession> of(long account, Instant seenAfter) {
        return jdbc.query(
                "select " + COLUMNS
                        + " from login_session where account_id = ? and last_seen > ? order by last_seen desc, id desc",
                SessionStore::session,
                account,
                time(seenAfter));
    }

    Optional<LoginSession> delete(long account, long id) {
        return deleted("account_id = ? and id = ?", account, id).stream().findFirst();
    }

    Optional<LoginSession> delete(long id) {
        return deleted("id = ?", id).stream().findFirst();
    }

    List<LoginSession> deleteOthers(long account, long kept) {
        return deleted("account_id = ? and id <> ?", account, kept);
    }

    List<LoginSession> deleteAll(long account) {
        return deleted("account_id = ?", account);
    }

    void forgetUnseen(Instant since) {
        deleted("last_seen <= ?", time(since));
    }

    private List<LoginSession> deleted(String condition, Object... arguments) {
        return jdbc.query(
                "delete from login_session where " + condition + " returning " + COLUMNS,
                SessionStore::session,
                arguments);
    }

    private static LoginSession session(ResultSet row, int number) throws SQLException {
        return new LoginSession(
                row.getLong("id"),
                row.getLong("account_id"),
                row.getString("browser"),
                row.getString("address"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
