package dev.lintel.ui.access;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What the things of a decision are called today; null for what no longer exists. */
interface Names {
    @Nullable
    String site();

    /** The site's zone, by whose clocks its people live. */
    ZoneId zone();

    @Nullable
    String door(String device);

    @Nullable
    String user(String id);

    @Nullable
    String restriction(String id);

    @Nullable
    String schedule(String id);

    /** The group's name; see {@link #groupPath} for the whole way down to it. */
    @Nullable
    String group(String id);

    /** Names from the root's child down to the group; the root alone is its own path. */
    @Nullable
    String groupPath(String id);

    /** Knows nothing. */
    Names NONE = new Names() {
        @Override
        public @Nullable String site() {
            return null;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public @Nullable String door(String device) {
            return null;
        }

        @Override
        public @Nullable String user(String id) {
            return null;
        }

        @Override
        public @Nullable String restriction(String id) {
            return null;
        }

        @Override
        public @Nullable String schedule(String id) {
            return null;
        }

        @Override
        public @Nullable String group(String id) {
            return null;
        }

        @Override
        public @Nullable String groupPath(String id) {
            return null;
        }
    };
}
