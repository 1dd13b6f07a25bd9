package dev.lintel.domain.wallet;

import java.time.Instant;

/**
 * A guest pass that may be in a wallet.
 *
 * @param serial by which wallets know it
 * @param token with which a wallet asks for it
 * @param changed when something that stands on it became another
 */
record StoredPass(long project, String identifier, String serial, String token, Instant changed) {}
