package dev.lintel.domain.access;

import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody presents something at a door.
 *
 * @param deviceSerial serial number of the device that asks
 * @param accessPoint the direction through the door; null when the device does not say
 * @param lock the lock that is asked for, from 1; {@link #ALL_LOCKS} for every lock of the device; null for whatever may
 *     be opened
 * @param value the identifier in any notation
 * @param at the instant for which is asked
 */
public record AccessRequest(
        String deviceSerial,
        @Nullable String accessPoint,
        @Nullable Integer lock,
        IdentifierType type,
        String value,
        Instant at) {
    /** Asks for all locks of the device together, as BAS-IP panels do with lock 0. */
    public static final int ALL_LOCKS = 0;

    /** The same at another instant. */
    AccessRequest at(Instant instant) {
        return instant.equals(at) ? this : new AccessRequest(deviceSerial, accessPoint, lock, type, value, instant);
    }
}
