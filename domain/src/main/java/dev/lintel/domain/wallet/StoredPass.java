package dev.lintel.domain.wallet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guest pass that may be in a wallet.
 *
 * @param shows the guest pass; null when that is deleted
 * @param serial by which wallets know it
 * @param token with which a wallet asks for it
 * @param changed when something that stands on it became another
 */
record StoredPass(@Nullable Shown shows, String serial, String token, Instant changed) {
    /** A guest pass by its id. */
    record Shown(long project, String identifier) {}
}
