package dev.lintel.domain.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What devices must learn: what they are to have against what they have acknowledged last.
 *
 * @param added copies that a device has none of yet
 * @param updated copies that a device has an older content of
 * @param deleted copies that a device is not to have any more
 * @param unchanged how many are as they should be
 * @param restated where the wish is another than it was, though it may be what the device has: digests, null for deleted
 */
public record SyncPlan(
        List<CopyKey> added,
        List<CopyKey> updated,
        List<CopyKey> deleted,
        int unchanged,
        Map<CopyKey, @Nullable String> restated) {
    /**
     * A copy as it is known.
     *
     * @param wanted digest of what the device is to have by the last plan; null is nothing
     * @param held digest of what it acknowledged last; null is nothing
     */
    public record Known(@Nullable String wanted, @Nullable String held) {}

    /**
     * Compares.
     *
     * @param desired digests of what devices are to have
     * @param known all copies that are known of the same records at any device
     */
    public static SyncPlan between(Map<CopyKey, String> desired, Map<CopyKey, Known> known) {
        List<CopyKey> added = new ArrayList<>();
        List<CopyKey> updated = new ArrayList<>();
        List<CopyKey> deleted = new ArrayList<>();
        Map<CopyKey, @Nullable String> restated = new HashMap<>();
        int unchanged = 0;
        for (Map.Entry<CopyKey, String> wish : desired.entrySet()) {
            Known was = known.get(wish.getKey());
            String held = was == null ? null : was.held();
            if (held == null) {
                added.add(wish.getKey());
            } else if (held.equals(wish.getValue())) {
                unchanged++;
            } else {
                updated.add(wish.getKey());
            }
            if (was == null || !wish.getValue().equals(was.wanted())) {
                restated.put(wish.getKey(), wish.getValue());
            }
        }
        known.forEach((key, was) -> {
            if (!desired.containsKey(key)) {
                if (was.held() != null) {
                    deleted.add(key);
                }
                if (was.wanted() != null) {
                    restated.put(key, null);
                }
            }
        });
        return new SyncPlan(added, updated, deleted, unchanged, restated);
    }

    /** Those of what is restated that a device is to have. */
    Map<CopyKey, @Nullable String> wishes() {
        Map<CopyKey, @Nullable String> wishes = new HashMap<>(restated);
        wishes.values().removeIf(Objects::isNull);
        return wishes;
    }

    /**
     * A plan in numbers.
     *
     * @param devices ids of the devices for which there is something to do
     */
    public record Summary(int added, int updated, int deleted, int unchanged, Set<String> devices) {
        static final Summary NOTHING = new Summary(0, 0, 0, 0, Set.of());

        Summary and(Summary other) {
            Set<String> all = new TreeSet<>(devices);
            all.addAll(other.devices);
            return new Summary(
                    added + other.added,
                    updated + other.updated,
                    deleted + other.deleted,
                    unchanged + other.unchanged,
                    all);
        }
    }

    Summary summary() {
        Set<String> devices = new TreeSet<>();
        List.of(added, updated, deleted).forEach(keys -> keys.forEach(key -> devices.add(key.device())));
        return new Summary(added.size(), updated.size(), deleted.size(), unchanged, devices);
    }
}
