package dev.lintel.ui.rulebook;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceNames;
import dev.lintel.domain.group.ObjectGroup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the things of a policy are called today; null for what no longer exists. */
interface PolicyNames {
    @Nullable
    String group(String id);

    @Nullable
    String device(String id);

    @Nullable
    String profile(String id);

    /**
     * Those of a site as it is now.
     *
     * @param profiles names by id
     */
    record OfSite(SiteSnapshot site, Map<String, String> profiles) implements PolicyNames {
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
    }
}
