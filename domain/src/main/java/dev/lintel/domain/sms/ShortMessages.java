package dev.lintel.domain.sms;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Unguarded;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends short messages: they are put into the outbox in the transaction of whoever sends them. */
@Service
public class ShortMessages {
    /** They cost money, and a phone can be made to ring all night. */
    public static final int MOST_PER_HOUR = 20;

    private static final Duration PERIOD = Duration.ofHours(1);

    private final SmsStore store;
    private final InstantSource clock;

    ShortMessages(SmsStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether there is an account that short messages go out by. */
    @Unguarded("what is done by short message is offered to nobody while none goes out")
    public boolean goOut() {
        return store.hasAccount();
    }

    /**
     * Puts a message into the outbox.
     *
     * @param record what it is about
     * @param goodFor how long it is worth sending
     * @return false when the actor has sent too many of late; nothing was stored
     */
    @Transactional
    public boolean queue(Actor actor, long project, String record, PhoneNumber to, String text, Duration goodFor) {
        Long account = actor.account();
        if (account != null) {
            store.lock(account);
            if (store.sentBy(account, clock.instant().minus(PERIOD)) >= MOST_PER_HOUR) {
                return false;
            }
        }
        store.add(project, record, account, to, text, goodFor);
        return true;
    }

    /** How far the last message about a record has come. */
    @Unguarded("whoever asks has been asked for the record")
    public Optional<SmsDelivery> latest(long project, String record) {
        return store.latest(project, record);
    }
}
