package dev.lintel.ui.listing;

import dev.lintel.domain.listing.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a view has seen so far: grows at its end when it is scrolled, and at its top when something
 * happens.
 */
final class LoadedRows<T> {
    /** One step of reading on. */
    static final int PAGE = 100;
    /** How many are kept when new ones keep coming; then the list is read again. */
    static final int MOST_KEPT = 2_000;

    /** Reads on. */
    @FunctionalInterface
    interface Source<T> {
        /** @param after where the page before it said that the next begins; null begins at the start */
        Page<T> read(@Nullable String after, int limit);
    }

    private final Source<T> source;
    private final Function<T, Object> id;
    private final List<T> rows = new ArrayList<>();
    private @Nullable String next;
    private boolean complete;

    LoadedRows(Source<T> source, Function<T, Object> id) {
        this.source = source;
        this.id = id;
    }

    /** Forgets everything, to read again. */
    void clear() {
        rows.clear();
        next = null;
        complete = false;
    }

    /** The rows from an offset, fewer than the limit only at the end of the list. */
    List<T> page(int offset, int limit) {
        while (!complete && rows.size() < offset + limit) {
            Page<T> page = source.read(next, PAGE);
            // what came on top while reading is here already
            addUnknown(rows.size(), page.rows());
            next = page.next();
            complete = next == null;
        }
        return List.copyOf(rows.subList(Math.min(offset, rows.size()), Math.min(offset + limit, rows.size())));
    }

    /** Puts rows on top, the last one first; those that are there already stay as they are. */
    void addOnTop(List<T> fresh) {
        addUnknown(0, fresh.reversed());
        if (rows.size() > MOST_KEPT) {
            clear();
        }
    }

    /**
     * Changes a row that is here; others are read as they are by then.
     *
     * @return the row as changed; empty when it is not here
     */
    Optional<T> change(Object key, UnaryOperator<T> change) {
        for (int i = 0; i < rows.size(); i++) {
            if (id.apply(rows.get(i)).equals(key)) {
                rows.set(i, change.apply(rows.get(i)));
                return Optional.of(rows.get(i));
            }
        }
        return Optional.empty();
    }

    private void addUnknown(int index, List<T> more) {
        Set<Object> known = new HashSet<>();
        rows.forEach(row -> known.add(id.apply(row)));
        rows.addAll(index, more.stream().filter(row -> known.add(id.apply(row))).toList());
    }
}
