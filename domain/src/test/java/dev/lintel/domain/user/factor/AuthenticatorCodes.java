package dev.lintel.domain.user.factor;

import java.time.InstantSource;

/** What an authenticator app shows, for tests that have its secret. */
public final class AuthenticatorCodes {
    private AuthenticatorCodes() {}

    /** The code of this moment. */
    public static String now(String base32) {
        long second = InstantSource.system().instant().getEpochSecond();
        return new AuthenticatorSecret(base32).code(second / AuthenticatorSecret.STEP_SECONDS);
    }
}
