package dev.lintel.routes.mqtt;

import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.Channel;
import dev.lintel.domain.access.RequestOrigin;
import dev.lintel.domain.identifier.IdentifierType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A device asks whether to open.
 *
 * @param id the device's own id of the request, 1 to 64 of {@code A-Z a-z 0-9 . _ : -}
 * @param lock see {@link AccessRequest#lock()}
 * @param at the device's clock when the identifier was presented
 * @param language in which the answer's sentence is wished; null leaves it to the server
 */
record DoorRequest(
        String id,
        @Nullable String accessPoint,
        @Nullable Integer lock,
        IdentifierType type,
        String value,
        Instant at,
        @Nullable Locale language) {

    /** What is asked of the domain: the server's clock decides, the device's only tells how old the question is. */
    AccessRequest asAsked(String serial, Instant now) {
        return new AccessRequest(serial, accessPoint, lock, type, value, now);
    }

    /**
     * The id together with a digest of what was asked. A device that starts counting its ids anew after a reset must not
     * be given an old grant for another card.
     */
    RequestOrigin origin() {
        return new RequestOrigin(Channel.MQTT, id + "#" + digest(), at);
    }

    private String digest() {
        String asked =
                String.join("\n", String.valueOf(accessPoint), String.valueOf(lock), type.name(), value, at.toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
