package dev.lintel.ui.live;

import java.util.List;

/**
 * News since the last time. One without anything says that it is calm again, after some were missed.
 *
 * @param items in the order in which they happened; of more than a page can show, the newest
 * @param missed how many more there were
 */
public record Batch<T>(List<T> items, int missed) {
    public Batch {
        items = List.copyOf(items);
    }

    /** Whether all is told, so that whoever missed something can look it up now. */
    public boolean isCalm() {
        return items.isEmpty() && missed == 0;
    }
}
