package dev.lintel.domain.device;

import org.jspecify.annotations.Nullable;

/**
 * What an event of a device is.
 *
 * @param table what the table of the project's rules is called that says so; null when the server takes such events so
 * @param row number of its row, from 1
 */
public record EventClass(
        EventPriority priority,
        EventCategory category,
        @Nullable String table,
        @Nullable Integer row) {}
