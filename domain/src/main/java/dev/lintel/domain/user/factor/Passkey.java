package dev.lintel.domain.user.factor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param name given by the owner, to tell it from others
 * @param backedUp whether the maker of the device keeps a copy, so that a lost device is no lost passkey
 */
public record Passkey(
        long id,
        String name,
        boolean backedUp,
        Instant created,
        @Nullable Instant lastUsed) {}
