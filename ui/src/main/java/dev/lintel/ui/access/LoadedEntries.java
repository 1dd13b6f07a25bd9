package dev.lintel.ui.access;

import dev.lintel.domain.access.AcsLogEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of the log that a view has seen so far, newest first: grows at its end when it is scrolled, at its top when
 * doors open.
 */
final class LoadedEntries {
    /** One step of reading on. */
    static final int PAGE = 200;
    /** How many are kept when new ones keep coming; the older ones are read again when somebody scrolls there. */
    static final int MOST_KEPT = 2_000;

    /** Reads on from an entry. */
    @FunctionalInterface
    interface Source {
        /** @param before id of the oldest entry seen; null starts at the newest */
        List<AcsLogEntry> read(@Nullable Long before, int limit);
    }

    private final Source source;
    private List<AcsLogEntry> entries = new ArrayList<>();
    private boolean complete;

    LoadedEntries(Source source) {
        this.source = source;
    }

    /** Forgets everything, to read again. */
    void clear() {
        entries = new ArrayList<>();
        complete = false;
    }

    /** The entries from an offset, fewer than the limit only at the end of the log. */
    List<AcsLogEntry> page(int offset, int limit) {
        while (!complete && entries.size() < offset + limit) {
            List<AcsLogEntry> more =
                    source.read(entries.isEmpty() ? null : entries.getLast().id(), PAGE);
            entries.addAll(more);
            complete = more.size() < PAGE;
        }
        return List.copyOf(entries.subList(Math.min(offset, entries.size()), Math.min(offset + limit, entries.size())));
    }

    /** Takes entries in where they belong; those that are there already stay as they are. */
    void add(Collection<AcsLogEntry> fresh) {
        TreeMap<Long, AcsLogEntry> ordered = new TreeMap<>(Comparator.reverseOrder());
        Long oldest = complete || entries.isEmpty() ? null : entries.getLast().id();
        fresh.stream()
                .filter(entry -> oldest == null || entry.id() > oldest)
                .forEach(entry -> ordered.put(entry.id(), entry));
        entries.forEach(entry -> ordered.put(entry.id(), entry));
        entries = new ArrayList<>(ordered.values());
        if (entries.size() > MOST_KEPT) {
            entries.subList(MOST_KEPT, entries.size()).clear();
            complete = false;
        }
    }
}
