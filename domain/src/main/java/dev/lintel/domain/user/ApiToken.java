package dev.lintel.domain.user;

import dev.lintel.domain.permission.Permission;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program's key to the REST API. The server keeps a hash of it only.
 *
 * @param expires first instant at which it no longer works; null is never
 */
public record ApiToken(
        long id,
        String name,
        String owner,
        Set<Permission> permissions,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant lastUsed) {
    /** A new token with its secret, shown this once. */
    public record Issued(ApiToken token, String secret) {}
}
