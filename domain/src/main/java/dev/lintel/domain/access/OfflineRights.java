package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.DeviceFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes of what restrictions let somebody open what devices have to know of it, by the ids of the devices. */
final class OfflineRights {
    private static final Comparator<OfflineRight> ORDER = Comparator.comparing(
                    (OfflineRight right) -> Objects.requireNonNullElse(right.accessPoint(), ""))
            .thenComparing(OfflineRight::lock);

    private OfflineRights() {}

    static SortedMap<String, List<OfflineRight>> of(Map<AccessStructure.Opening, Set<String>> openings) {
        SortedMap<String, List<OfflineRight>> rights = new TreeMap<>();
        openings.forEach((opening, schedules) -> rights.computeIfAbsent(opening.device(), device -> new ArrayList<>())
                .add(new OfflineRight(
                        opening.accessPoint(),
                        opening.lock(),
                        schedules.stream().sorted().toList())));
        rights.values().forEach(list -> list.sort(ORDER));
        return rights;
    }

    /** Takes out what is denied whenever it is asked for; a device of which nothing is left is to know nothing. */
    static void leaveOut(
            SortedMap<String, List<OfflineRight>> rights,
            StandingDenials.OfHolder denied,
            Function<String, DeviceFact> devices) {
        rights.entrySet().removeIf(entry -> {
            DeviceFact device = devices.apply(entry.getKey());
            entry.getValue().removeIf(right -> denied.deny(device, right.accessPoint()));
            return entry.getValue().isEmpty();
        });
    }
}
