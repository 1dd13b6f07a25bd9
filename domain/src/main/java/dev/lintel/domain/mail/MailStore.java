package dev.lintel.domain.mail;

import dev.lintel.domain.permission.SealedSecrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the outbox. */
@Repository
class MailStore {
    private static final JsonMapper JSON = new JsonMapper();

    /** What {@link #DELIVERY} reads of a mail: all but its content, which may be long. */
    static final String DELIVERY_COLUMNS = """
        id, project_id, type, language, recipient, subject, state, attempts, created, due, finished, problem, answer,
        content is not null as repeatable\
        """;

    static final RowMapper<MailDelivery> DELIVERY = (row, number) -> delivery(row);

    private final JdbcTemplate jdbc;
    private final SealedSecrets secrets;
    private final InstantSource clock;

    /** What is sealed. */
    private record Content(String html, String plain, List<InlineImage> images) {}

    private record Claimed(long id, int attempt, String to, String subject, byte[] content) {}

    MailStore(JdbcTemplate jdbc, SealedSecrets secrets, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    boolean hasServer() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from mail_server)", Boolean.class));
    }

    long add(@Nullable Long project, MailTemplate template, String to, MailText text, List<InlineImage> images) {
        OffsetDateTime now = time(clock.instant());
        String content = JSON.writeValueAsString(new Content(text.html(), text.plain(), images));
        Long id = jdbc.queryForObject(
                """
                insert into mail (project_id, type, language, recipient, subject, content, state, attempts, created, due,
                    expires) values (?, ?, ?, ?, ?, ?, 'QUEUED', 0, ?, ?, ?) returning id""",
                Long.class,
                project,
                template.type().name(),
                template.language().toLanguageTag(),
                to,
                text.subject(),
                secrets.seal(content),
                now,
                now,
                now.plus(template.type().goodFor()));
        return Objects.requireNonNull(id);
    }

    /** Takes what is due, so that no other node does until the time is over. */
    List<OutgoingMail> claim(int most, Duration time) {
        OffsetDateTime now = time(clock.instant());
        List<Claimed> claimed = jdbc.query(
                """
                update mail set state = 'SENDING', attempts = attempts + 1, due = ?
                where id in (select id from mail where state in ('QUEUED', 'SENDING') and due <= ? and expires > ?
                    order by due limit ? for update skip locked)
                returning *""",
                (row, number) -> new Claimed(
                        row.getLong("id"),
                        row.getInt("attempts"),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getBytes("content")),
                now.plus(time),
                now,
                now,
                most);
        return claimed.stream().flatMap(mail -> opened(mail).stream()).toList();
    }

    /** Empty for one that was sealed under another key, as after moving a database: it must not keep the others. */
    private Optional<OutgoingMail> opened(Claimed mail) {
        try {
            Content content = JSON.readValue(secrets.open(mail.content()), Content.class);
            MailText text = new MailText(mail.subject(), content.html(), content.plain());
            return Optional.of(new OutgoingMail(mail.id(), mail.attempt(), mail.to(), text, content.images()));
        } catch (IllegalStateException unreadable) {
            failed(mail.id(), mail.attempt(), MailProblem.OTHER, String.valueOf(unreadable.getMessage()), null);
            return Optional.empty();
        }
    }

    /** @return false when another node has taken the mail over in the meantime */
    boolean sent(long id, int attempt, String answer) {
        return jdbc.update("""
                        update mail set state = 'SENT', content = null, finished = ?, problem = null, answer = ?
                        where id = ? and attempts = ? and state = 'SENDING'""", time(clock.instant()), answer, id, attempt) > 0;
    }

    /**
     * Keeps why a mail could not be sent.
     *
     * @param next when to try again if it still has a meaning then; null is never
     * @return what is given up by that
     */
    Optional<MailFailed> failed(long id, int attempt, MailProblem problem, String answer, @Nullable Instant next) {
        OffsetDateTime again = next == null ? null : time(next);
        String update = """
                update mail set problem = ?, answer = ?,
                    state = case when ?::timestamptz < expires then 'QUEUED' else 'FAILED' end,
                    due = coalesce(?::timestamptz, due),
                    finished = case when ?::timestamptz < expires then null else ?::timestamptz end
                where id = ? and attempts = ? and state = 'SENDING' returning *""";
        return jdbc
                .query(
                        "with mail as (" + update + ") select project_id, recipient from mail where state = 'FAILED'",
                        (row, number) -> new MailFailed(
                                id, row.getObject("project_id", Long.class), row.getString("recipient"), problem),
                        problem.name(),
                        answer,
                        again,
                        again,
                        again,
                        time(clock.instant()),
                        id,
                        attempt)
                .stream()
                .findFirst();
    }

    /** Gives up what has lost its meaning, and forgets its content. */
    void expire() {
        OffsetDateTime now = time(clock.instant());
        jdbc.update("""
                update mail set content = null,
                    problem = case state when 'FAILED' then problem else 'EXPIRED' end,
                    finished = coalesce(finished, ?), state = 'FAILED'
                where content is not null and expires <= ? and (state <> 'SENDING' or due <= ?)""", now, now, now);
    }

    void forgetBefore(Instant created) {
        jdbc.update("delete from mail where content is null and created < ?", time(created));
    }

    /** What waits for its next attempt need not wait any longer. */
    void tryNow() {
        jdbc.update("update mail set due = ? where state = 'QUEUED'", time(clock.instant()));
    }

    /** @return false when it is not there to be tried again */
    boolean tryNow(long id) {
        return jdbc.update("""
                        update mail set state = 'QUEUED', due = ?, finished = null
                        where id = ? and state in ('QUEUED', 'FAILED') and content is not null""", time(clock.instant()), id) > 0;
    }

    List<MailDelivery> byId(long id) {
        return jdbc.query("select " + DELIVERY_COLUMNS + " from mail where id = ?", DELIVERY, id);
    }

    private static MailDelivery delivery(ResultSet row) throws SQLException {
        MailDelivery.State state = MailDelivery.State.valueOf(row.getString("state"));
        String problem = row.getString("problem");
        return new MailDelivery(
                row.getLong("id"),
                row.getObject("project_id", Long.class),
                MailType.valueOf(row.getString("type")),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("recipient"),
                row.getString("subject"),
                state,
                row.getInt("attempts"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                state == MailDelivery.State.QUEUED ? instant(row, "due") : null,
                instant(row, "finished"),
                problem == null ? null : MailProblem.valueOf(problem),
                row.getString("answer"),
                row.getBoolean("repeatable"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
