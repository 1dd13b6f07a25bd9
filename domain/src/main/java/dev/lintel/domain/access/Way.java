package dev.lintel.domain.access;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which way a door is gone through, as far as the name of its access point tells. */
public enum Way {
    IN("in", "entry", "entrance"),
    OUT("out", "exit");

    private final Set<String> names;

    Way(String... names) {
        this.names = Set.of(names);
    }

    /** @return null when there is no name, or it tells nothing */
    public static @Nullable Way of(@Nullable String accessPoint) {
        if (accessPoint == null) {
            return null;
        }
        String name = accessPoint.toLowerCase(Locale.ROOT);
        return IN.names.contains(name) ? IN : OUT.names.contains(name) ? OUT : null;
    }
}
