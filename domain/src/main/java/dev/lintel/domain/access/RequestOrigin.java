package dev.lintel.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param requestId the device's own id of the request; asked again with the same id, the server repeats its answer and
 *     counts nothing twice. Null when the transport has none
 * @param deviceTime the device's clock when the request was made, kept beside the server's
 */
public record RequestOrigin(
        Channel channel,
        @Nullable String requestId,
        @Nullable Instant deviceTime) {}
