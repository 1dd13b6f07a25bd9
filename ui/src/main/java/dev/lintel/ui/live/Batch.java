package dev.lintel.ui.live;

import java.util.List;

/**
 * News since the last time.
 *
 * @param items in the order in which they happened
 * @param missed how many more there were that could not be kept
 */
public record Batch<T>(List<T> items, int missed) {
    public Batch {
        items = List.copyOf(items);
    }
}
