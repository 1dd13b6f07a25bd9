package dev.lintel.domain.audit;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.review.ReviewErasure;
import dev.lintel.domain.sms.PhoneNumber;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is kept of a person apart from the logs, and is not deleted with them. A feature that begins to keep names of people
 * has its place here; {@code ErasedEverywhereIT} finds it missing.
 */
@Component
class OtherTraces {
    /** What is still to be sent is not: the address is nobody's any more. */
    private static final String MAILS = """
            update mail set recipient = ?, subject = '…', content = null, answer = null,
                problem = case when state in ('QUEUED', 'SENDING') then 'EXPIRED' else problem end,
                finished = coalesce(finished, ?),
                state = case when state in ('QUEUED', 'SENDING') then 'FAILED' else state end
            where (project_id = ? or project_id is null) and lower(recipient) = any (?)""";

    /**
     * Of messages about identifiers of theirs, which are guest passes that they gave, and of those that they sent: a visitor's
     * number goes as well, and what is still to be sent is not.
     */
    private static final String SHORT_MESSAGES = """
            update sms set recipient = '…', text = null, answer = null,
                problem = case when state in ('QUEUED', 'SENDING') then 'EXPIRED' else problem end,
                finished = coalesce(finished, ?),
                state = case when state in ('QUEUED', 'SENDING') then 'FAILED' else state end
            where account_id = any (?) or project_id = ? and (record_id = any (?) or recipient = any (?))""";

    private static final String NOTIFICATIONS = """
            delete from notification where project_id = ? and (kind = 'USER_REGISTERED' and record_id = ? or person_id = ?)
                or (project_id = ? or project_id is null) and lower(record_name) = any (?)""";

    /** Shorter values, such as codes of three digits, are also times and numbers of locks. */
    private static final String DEVICE_EVENTS = """
            update device_event e set details = jsonb_build_object('person', ?::text)
            where project_id = ? and (
                exists (select from acs_log l where l.project_id = e.project_id and l.owner_id = ?
                        and l.device_serial = e.device_serial and l.event_key = e.key)
                or exists (select from jsonb_path_query(details, '$.**') as leaf
                           where leaf #>> '{}' = any (?) and length(leaf #>> '{}') > 3))""";

    /** A node that still has to follow such a revision reads the project again instead. */
    private static final String REVISIONS = """
            update site_revision set change = null
            where project_id = ? and change is not null and exists (
                select from jsonb_path_query(change, '$.**') as leaf where leaf #>> '{}' = any (?))""";

    private final ReviewErasure reviews;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    OtherTraces(ReviewErasure reviews, JdbcTemplate jdbc, InstantSource clock) {
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes telephone numbers out of short messages, while it is still known who sent which. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forgetMessages(Traces person) {
        String[] phones = jdbc
                .queryForList(
                        "select phone from person where project_id = ? and id = ?",
                        String.class,
                        person.project(),
                        person.id())
                .stream()
                .flatMap(phone -> PhoneNumber.of(phone).stream())
                .map(PhoneNumber::digits)
                .toArray(String[]::new);
        jdbc.update(
                SHORT_MESSAGES,
                clock.instant().atOffset(ZoneOffset.UTC),
                person.accountList(),
                person.project(),
                person.identifierList(),
                phones);
    }

    /** Replaces or deletes them, before the ACS log is changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(Actor by, Traces person, String pseudonym) {
        long project = person.project();
        jdbc.update(MAILS, pseudonym, clock.instant().atOffset(ZoneOffset.UTC), project, person.soughtWords());
        jdbc.update(NOTIFICATIONS, project, person.id(), person.id(), project, person.soughtWords());
        jdbc.update(DEVICE_EVENTS, pseudonym, project, person.id(), person.valueList());
        jdbc.update(REVISIONS, project, person.wordList());
        jdbc.update(REVISIONS, project, person.valueList());
        reviews.replace(
                by, new ReviewErasure.Erased(project, person.id(), person.words(), person.accounts(), pseudonym));
    }
}
