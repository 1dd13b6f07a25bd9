package dev.lintel.domain.sms;

import dev.lintel.domain.permission.SealedSecrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The account, its token sealed, and the rows of the outbox. */
@Repository
class SmsStore {
    private final JdbcTemplate jdbc;
    private final SealedSecrets secrets;
    private final InstantSource clock;

    /** What is kept of the account. */
    record Found(SmsAccount account, String token, int version) {}

    SmsStore(JdbcTemplate jdbc, SealedSecrets secrets, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    Optional<Found> account() {
        return jdbc
                .query(
                        "select * from sms_account",
                        (row, number) -> new Found(
                                new SmsAccount(row.getString("account"), row.getString("sender")),
                                secrets.open(row.getBytes("token")),
                                row.getInt("version")))
                .stream()
                .findFirst();
    }

    boolean hasAccount() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from sms_account)", Boolean.class));
    }

    /** @return false when what is kept has another version than the one given; 0 is that of nothing */
    boolean save(SmsAccount account, String token, int version) {
        return jdbc.update("""
                        insert into sms_account (account, token, sender, version)
                        select ?, ?, ?, 1 where ? = 0 or exists (select from sms_account)
                        on conflict (only_one) do update set account = excluded.account, token = excluded.token,
                            sender = excluded.sender, version = sms_account.version + 1
                        where sms_account.version = ?""", account.account(), secrets.seal(token), account.sender(), version, version) > 0;
    }

    void deleteAccount() {
        jdbc.update("delete from sms_account");
    }

    long add(long project, String record, @Nullable Long by, PhoneNumber to, String text, Duration goodFor) {
        OffsetDateTime now = time(clock.instant());
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                insert into sms (project_id, record_id, account_id, recipient, text, state, attempts, created, due, expires)
                values (?, ?, ?, ?, ?, 'QUEUED', 0, ?, ?, ?) returning id""", Long.class, project, record, by, to.digits(), secrets.seal(text), now, now, now.plus(goodFor)));
    }

    /** How many somebody has sent since. */
    int sentBy(long account, Instant since) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from sms where account_id = ? and created > ?", Integer.class, account, time(since)));
    }

    /** Keeps others of the same account waiting until this transaction is over, so that nobody counts beside us. */
    void lock(long account) {
        jdbc.query("select pg_advisory_xact_lock(7230, ?)", row -> {}, (int) account);
    }

    /** Takes what is due, so that no other node does until the time is over. */
    List<OutgoingSms> claim(int most, Duration time) {
        OffsetDateTime now = time(clock.instant());
        return jdbc.query(
                """
                update sms set state = 'SENDING', attempts = attempts + 1, due = ?
                where id in (select id from sms where state in ('QUEUED', 'SENDING') and due <= ? and expires > ?
                    order by due limit ? for update skip locked)
                returning *""",
                (row, number) -> new OutgoingSms(
                        row.getLong("id"),
                        row.getInt("attempts"),
                        new PhoneNumber(row.getString("recipient")),
                        secrets.open(row.getBytes("text"))),
                now.plus(time),
                now,
                now,
                most);
    }

    void sent(OutgoingSms sms, String answer) {
        jdbc.update("""
                update sms set state = 'SENT', text = null, finished = ?, problem = null, answer = ?
                where id = ? and attempts = ? and state = 'SENDING'""", time(clock.instant()), answer, sms.id(), sms.attempt());
    }

    /** @param next when to try again if it still has a meaning then; null is never */
    void failed(OutgoingSms sms, SmsProblem problem, String answer, @Nullable Instant next) {
        OffsetDateTime again = next == null ? null : time(next);
        jdbc.update(
                """
                update sms set problem = ?, answer = ?, due = coalesce(?::timestamptz, due),
                    state = case when ?::timestamptz < expires then 'QUEUED' else 'FAILED' end,
                    text = case when ?::timestamptz < expires then text end,
                    finished = case when ?::timestamptz < expires then null else ?::timestamptz end
                where id = ? and attempts = ? and state = 'SENDING'""",
                problem.name(),
                answer,
                again,
                again,
                again,
                again,
                time(clock.instant()),
                sms.id(),
                sms.attempt());
    }

    /** Gives up what has lost its meaning, and forgets its text. */
    void expire() {
        OffsetDateTime now = time(clock.instant());
        jdbc.update("""
                update sms set state = 'FAILED', text = null, problem = 'EXPIRED', finished = ?
                where state in ('QUEUED', 'SENDING') and expires <= ?""", now, now);
    }

    void forgetBefore(Instant created) {
        jdbc.update("delete from sms where state in ('SENT', 'FAILED') and created < ?", time(created));
    }

    /** What was sent last about a record. */
    Optional<SmsDelivery> latest(long project, String record) {
        return jdbc
                .query(
                        "select * from sms where project_id = ? and record_id = ? order by id desc limit 1",
                        (row, number) -> delivery(row),
                        project,
                        record)
                .stream()
                .findFirst();
    }

    private static SmsDelivery delivery(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        return new SmsDelivery(
                row.getLong("id"),
                row.getString("recipient"),
                SmsDelivery.State.valueOf(row.getString("state")),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                problem == null ? null : SmsProblem.valueOf(problem),
                row.getString("answer"));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
