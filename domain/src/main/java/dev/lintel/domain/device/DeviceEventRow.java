package dev.lintel.domain.device;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event in the list of them.
 *
 * @param id ascending number, unique on the server
 * @param device id of the device
 * @param deviceName what people call it now
 * @param received when the server heard of it
 * @param deviceTime when it happened by the clock of the device
 * @param priority null of events of before it was asked
 * @param category null of the same
 * @param table the table of the project's rules that said so; null when none did
 * @param row number of its row, from 1
 */
public record DeviceEventRow(
        long id,
        long project,
        String device,
        String deviceName,
        Instant received,
        Instant deviceTime,
        String code,
        @Nullable EventPriority priority,
        @Nullable EventCategory category,
        @Nullable String table,
        @Nullable Integer row) {}
