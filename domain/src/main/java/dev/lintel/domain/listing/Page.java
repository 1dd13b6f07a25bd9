package dev.lintel.domain.listing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next where the next part begins, for whoever asks on; null when this is the last
 */
public record Page<T>(List<T> rows, @Nullable String next) {
    public Page {
        rows = List.copyOf(rows);
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(rows.stream().map(view).toList(), next);
    }
}
