package dev.lintel.domain.sync;

import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an identifier at a device, in a list.
 *
 * @param deviceName as people call the device
 * @param owner name of whoever holds the identifier
 * @param leaving whether the device is to delete it
 * @param changed when what the device is to have was last another
 * @param acknowledged when the device last said something of it; null is never
 * @param problem in the device's words; null is none
 * @param overHttp whether the device was only ever heard of over HTTP
 */
public record CopyRow(
        long project,
        String device,
        String deviceName,
        String identifier,
        String owner,
        IdentifierType type,
        CopyState state,
        boolean leaving,
        Instant changed,
        @Nullable Instant acknowledged,
        @Nullable String problem,
        boolean overHttp) {
    /** Whether it is to come to a device to which nothing can be brought. */
    public boolean isUnreachable() {
        return overHttp && state == CopyState.PENDING;
    }
}
