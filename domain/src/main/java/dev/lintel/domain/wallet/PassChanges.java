package dev.lintel.domain.wallet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees which passes have changed or ended since somebody looked, and has the phones told that hold them: whoever looks first,
 * the server or a phone.
 */
@Component
class PassChanges {
    /** How long a phone that was off can still learn that a deleted pass is over. */
    static final Duration KEPT = Duration.ofDays(30);

    private final WalletStore wallets;
    private final WalletPassStore passes;
    private final WalletDeviceStore devices;
    private final InstantSource clock;

    PassChanges(WalletStore wallets, WalletPassStore passes, WalletDeviceStore devices, InstantSource clock) {
        this.wallets = wallets;
        this.passes = passes;
        this.devices = devices;
        this.clock = clock;
    }

    /** Looks at all that some phone wants to be told of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note() {
        passes.forget(clock.instant().minus(KEPT));
        tell(passes.ended());
        if (wallets.given()) {
            tell(passes.changed());
        }
    }

    /** Looks at one pass, whether or not somebody wants to be told of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String serial) {
        tell(passes.ended());
        tell(passes.changed(serial));
    }

    private void tell(List<StoredPass> changed) {
        if (!changed.isEmpty() && wallets.pushes()) {
            changed.forEach(devices::tell);
        }
    }
}
