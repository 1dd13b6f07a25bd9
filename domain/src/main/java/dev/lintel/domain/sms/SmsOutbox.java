package dev.lintel.domain.sms;

import dev.lintel.domain.permission.Unguarded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits to be sent, for whoever sends it. A message is taken by one node at a time; when that node does not come back,
 * another one takes it after a while.
 */
@Service
public class SmsOutbox {
    private static final Duration CLAIM = Duration.ofMinutes(10);

    /** Pauses after the first, second … failure; the last one again and again. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofHours(1));

    /** How long it is remembered to whom something was sent. */
    private static final Duration MEMORY = Duration.ofDays(90);

    private static final int LONGEST_ANSWER = 500;

    private final SmsStore store;
    private final SmsCarrier carrier;
    private final InstantSource clock;

    SmsOutbox(SmsStore store, SmsCarrier carrier, InstantSource clock) {
        this.store = store;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** Takes what is due, the oldest first; nothing while no account is set. Committed when this returns. */
    @Unguarded("the server sends for itself")
    @Transactional
    public List<OutgoingSms> take(int most) {
        return store.hasAccount() ? store.claim(most, CLAIM) : List.of();
    }

    /** Tries to send what was taken, and keeps what became of it. */
    @Unguarded("the server sends for itself")
    public void send(OutgoingSms sms) {
        store.account().ifPresent(found -> keep(sms, carrier.send(found.account(), found.token(), sms)));
    }

    /** Gives up what is not worth sending any more, and forgets what was long ago. */
    @Unguarded("the server tidies up for itself")
    @Transactional
    public void tidy() {
        store.expire();
        store.forgetBefore(clock.instant().minus(MEMORY));
    }

    private void keep(OutgoingSms sms, SmsAnswer answer) {
        String reply = answer.reply().substring(0, Math.min(answer.reply().length(), LONGEST_ANSWER));
        switch (answer) {
            case SmsAnswer.Taken taken -> store.sent(sms, reply);
            case SmsAnswer.Refused refused -> {
                Instant next = refused.problem().isLasting()
                        ? null
                        : clock.instant().plus(PAUSES.get(Math.min(sms.attempt(), PAUSES.size()) - 1));
                store.failed(sms, refused.problem(), reply, next);
            }
        }
    }
}
