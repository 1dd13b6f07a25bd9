package dev.lintel.domain.wallet;

import dev.lintel.domain.permission.Unguarded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells phones that passes have changed. It looks after the change, on its own: what a door or a host does never waits for
 * it, and is never undone because of it.
 */
@Service
public class PassPushes {
    /** Longer than the push service can keep us busy with what is taken at once. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    /** Pauses after the first, second … failure; after the last one a phone has to ask by itself. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(15), Duration.ofHours(2));

    private final WalletStore wallets;
    private final PassChanges changes;
    private final WalletDeviceStore devices;
    private final PassPush push;
    private final InstantSource clock;

    PassPushes(
            WalletStore wallets, PassChanges changes, WalletDeviceStore devices, PassPush push, InstantSource clock) {
        this.wallets = wallets;
        this.changes = changes;
        this.devices = devices;
        this.push = push;
        this.clock = clock;
    }

    /** Sees what has changed, and takes whom to tell; nobody while push is off. Committed when this returns. */
    @Unguarded("the server tells phones by itself")
    @Transactional
    public List<DuePush> take(int most) {
        changes.note();
        return wallets.pushes() ? devices.claim(most, CLAIM) : List.of();
    }

    /** Tells one phone, and keeps what became of it. */
    @Unguarded("the server tells phones by itself")
    public void send(DuePush due) {
        wallets.apple().ifPresent(apple -> {
            switch (push.send(apple.certificate(), due.pushToken())) {
                case TAKEN -> devices.done(due, null);
                case GONE -> devices.gone(due);
                case FAILED -> devices.done(due, next(due.attempt()));
            }
        });
    }

    private @Nullable Instant next(int attempt) {
        return attempt > PAUSES.size() ? null : clock.instant().plus(PAUSES.get(attempt - 1));
    }
}
