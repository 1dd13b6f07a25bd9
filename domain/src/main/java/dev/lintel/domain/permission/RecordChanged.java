package dev.lintel.domain.permission;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Published by a service, inside its transaction, for each record of business data that somebody adds, edits or deletes.
 * The audit keeps it.
 *
 * @param by who did it
 * @param project null when it belongs to the server as a whole
 * @param kind what kind of record: {@code user}, {@code group}, {@code profile} …
 * @param name what people call the record at this moment
 * @param before the fields as they were, by name, readable: names and not ids, and never a secret; empty when it is new
 * @param after the fields as they are; empty when it is gone
 */
public record RecordChanged(
        Actor by,
        @Nullable Long project,
        String kind,
        String id,
        String name,
        Map<String, String> before,
        Map<String, String> after) {
    public RecordChanged {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
