package dev.lintel.domain.mail;

import dev.lintel.domain.permission.Unguarded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits to be sent, for whoever sends it. A mail is taken by one node at a time; when that node does not come back,
 * another one takes the mail after a while. So a mail goes out at least once, and only after a crash perhaps twice.
 */
@Service
public class MailOutbox {
    /** Longer than the slowest mail server can keep us busy with what is taken at once. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** Pauses after the first, second … failure; the last one again and again. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1));

    /** How long it is remembered to whom something was sent. */
    private static final Duration MEMORY = Duration.ofDays(90);

    private static final int LONGEST_ANSWER = 500;

    private final MailStore store;
    private final MailServerStore server;
    private final MailCarrier carrier;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    MailOutbox(
            MailStore store,
            MailServerStore server,
            MailCarrier carrier,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.server = server;
        this.carrier = carrier;
        this.events = events;
        this.clock = clock;
    }

    /** Takes mail that is due, the oldest first; none while no mail server is set. Committed when this returns. */
    @Unguarded("the server sends for itself")
    @Transactional
    public List<OutgoingMail> take(int most) {
        return server.find().isEmpty() ? List.of() : store.claim(most, CLAIM);
    }

    /** Tries to send what was taken, and keeps what became of it. */
    @Unguarded("the server sends for itself")
    public void send(OutgoingMail mail) {
        server.find().ifPresent(found -> keep(mail, carrier.send(found.server(), found.password(), mail)));
    }

    /** Gives up what is not worth sending any more, and forgets what was long ago. */
    @Unguarded("the server tidies up for itself")
    @Transactional
    public void tidy() {
        store.expire();
        store.forgetBefore(clock.instant().minus(MEMORY));
    }

    private void keep(OutgoingMail mail, MailAnswer answer) {
        String reply = answer.reply().substring(0, Math.min(answer.reply().length(), LONGEST_ANSWER));
        long id = Objects.requireNonNull(mail.id());
        switch (answer) {
            case MailAnswer.Taken taken -> store.sent(id, mail.attempt(), reply);
            case MailAnswer.Refused refused -> {
                Instant next =
                        refused.problem().isLasting() ? null : clock.instant().plus(pause(mail.attempt()));
                store.failed(id, mail.attempt(), refused.problem(), reply, next).ifPresent(events::publishEvent);
            }
        }
    }

    private static Duration pause(int attempt) {
        return PAUSES.get(Math.min(attempt, PAUSES.size()) - 1);
    }
}
