package dev.lintel.domain.audit;

import dev.lintel.domain.permission.Deed;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when, from where, to which record. Names are those of the moment.
 *
 * @param id ascending number, unique on the server
 * @param project null for what belongs to the server as a whole
 * @param actor login of the account, or login and name of the API token, or {@code server}
 * @param account number of the account; null is the server itself, or somebody who failed to log in
 * @param origin network address; null when the server did it by itself
 * @param kind what kind of record: {@code user}, {@code device} …
 * @param before the fields as they were, as far as they differ; empty when the record was added
 * @param after the fields as they are, as far as they differ; or what else is worth knowing about the deed
 */
public record AuditEntry(
        long id,
        @Nullable Long project,
        Instant at,
        String actor,
        @Nullable Long account,
        @Nullable String origin,
        Deed deed,
        String kind,
        String recordId,
        String recordName,
        SortedMap<String, String> before,
        SortedMap<String, String> after) {
    public AuditEntry {
        before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
        after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
    }

    /** One field, original beside edited. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /** Every field that differs, by name. */
    public List<Change> changes() {
        TreeSet<String> fields = new TreeSet<>(before.keySet());
        fields.addAll(after.keySet());
        return fields.stream()
                .map(field -> new Change(field, before.get(field), after.get(field)))
                .toList();
    }
}
