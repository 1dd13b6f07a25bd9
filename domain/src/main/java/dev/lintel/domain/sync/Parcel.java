package dev.lintel.domain.sync;

import java.util.List;

/**
 * What a device is given at a time.
 *
 * @param store contents that it is to keep, in the place of what it has under the same ids
 * @param forget copies that it is to delete
 */
public record Parcel(String serial, List<Stored> store, List<CopyKey> forget) {
    public Parcel {
        store = List.copyOf(store);
        forget = List.copyOf(forget);
    }

    /** @param digest by which the device acknowledges it */
    public record Stored(CopyKind kind, String digest, CopyContent content) {}

    public boolean isEmpty() {
        return store.isEmpty() && forget.isEmpty();
    }
}
