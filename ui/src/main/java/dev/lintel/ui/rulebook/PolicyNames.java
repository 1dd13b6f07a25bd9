package dev.lintel.ui.rulebook;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceNames;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.schedule.Schedule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the things of a policy are called today; null for what no longer exists. */
interface PolicyNames {
    @Nullable
    String group(String id);

    @Nullable
    String device(String id);

    @Nullable
    String profile(String id);

    @Nullable
    String marker(String id);

    @Nullable
    String schedule(String id);

    /**
     * Those of a site as it is now.
     *
     * @param profiles names by id
     * @param markers names by id
     */
    record OfSite(SiteSnapshot site, Map<String, String> profiles, Map<String, String> markers) implements PolicyNames {
        @Override
        public @Nullable String group(String id) {
            ObjectGroup group = site.group(id);
            return group == null ? null : group.name();
        }

        @Override
        public @Nullable String device(String id) {
            Device device = site.device(id);
            return device == null ? null : DeviceNames.of(device, group(device.group()));
        }

        @Override
        public @Nullable String profile(String id) {
            return profiles.get(id);
        }

        @Override
        public @Nullable String marker(String id) {
            return markers.get(id);
        }

        @Override
        public @Nullable String schedule(String id) {
            Schedule schedule = site.schedule(id);
            return schedule == null ? null : schedule.name();
        }

        Map<String, String> schedules() {
            Map<String, String> names = new HashMap<>();
            site.schedules().forEach(schedule -> names.put(schedule.id(), schedule.name()));
            return names;
        }

        /** All tags that devices have, sorted. */
        List<String> tags() {
            SortedSet<String> tags = new TreeSet<>();
            site.devices().forEach(device -> tags.addAll(device.tags()));
            return List.copyOf(tags);
        }
    }
}
