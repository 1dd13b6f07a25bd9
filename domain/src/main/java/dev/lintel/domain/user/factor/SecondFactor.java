package dev.lintel.domain.user.factor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account has besides its password.
 *
 * @param appSince since when it has an authenticator app; null when it has none
 * @param recoveryCodesLeft how many are not used yet
 */
public record SecondFactor(@Nullable Instant appSince, List<Passkey> passkeys, int recoveryCodesLeft) {
    public SecondFactor {
        passkeys = List.copyOf(passkeys);
    }

    public boolean hasApp() {
        return appSince != null;
    }

    /** Whether a password alone lets nobody in. */
    public boolean isOn() {
        return hasApp() || !passkeys.isEmpty();
    }
}
