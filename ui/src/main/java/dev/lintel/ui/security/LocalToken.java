package dev.lintel.ui.security;

import dev.lintel.domain.permission.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The key of the command line to the running server: whoever can read the server's own files acts as the server. Good on
 * this machine only, and until the server ends.
 */
public record LocalToken(String secret) {
    Optional<Actor> bearer(String shown, String address) {
        boolean right =
                MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        return right && DirectlyFromThisMachine.isLoopback(address) ? Optional.of(Actor.server()) : Optional.empty();
    }
}
