package dev.lintel.domain.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an identifier at a device, in a list.
 *
 * @param deviceName as people call the device
 * @param leaving whether the device is to delete it
 * @param changed when what the device is to have was last another
 * @param acknowledged when the device last said something of it; null is never
 * @param problem in the device's words; null is none
 */
public record CopyRow(
        long project,
        String device,
        String deviceName,
        String identifier,
        CopyState state,
        boolean leaving,
        Instant changed,
        @Nullable Instant acknowledged,
        @Nullable String problem) {}
