package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.RestrictionLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the doors, direction by direction, that restrictions lead to. */
record MatrixPlaces(SiteSnapshot site, Predicate<Device> shown, MatrixMoment asked) {
    static final MatrixPlace NOWHERE = new MatrixPlace(
            new Device("", "", DeviceType.PANEL, null, "", "", 0), "", null, Collections.emptySortedSet());

    /** A place with the restrictions that lead there. */
    record Reached(MatrixPlace place, List<AccessRestriction> restrictions) {
        boolean isLike(Reached other) {
            return restrictions.equals(other.restrictions) && place.locks().equals(other.place.locks());
        }
    }

    /** What tells a place from others, in the order of places. */
    static String key(MatrixPlace place) {
        return place.device().id() + "/" + Objects.requireNonNullElse(place.accessPoint(), "");
    }

    /** All places, in the order of their keys. */
    List<Reached> of(Collection<AccessRestriction> restrictions) {
        Map<String, List<AccessRestriction>> byDevice = new HashMap<>();
        for (AccessRestriction restriction : restrictions) {
            restriction.lines().stream()
                    .map(RestrictionLine::device)
                    .distinct()
                    .forEach(device -> byDevice.computeIfAbsent(device, id -> new ArrayList<>())
                            .add(restriction));
        }
        List<Reached> places = new ArrayList<>();
        byDevice.forEach((id, all) -> {
            Device device = site.device(id);
            if (device != null && shown.test(device)) {
                places.addAll(at(device, all));
            }
        });
        places.sort((one, other) -> key(one.place()).compareTo(key(other.place())));
        return places;
    }

    private List<Reached> at(Device device, List<AccessRestriction> restrictions) {
        if (asked.accessPoint() != null) {
            return reached(device, restrictions, asked.accessPoint());
        }
        List<Reached> everyWay = reached(device, restrictions, null);
        List<Reached> all = new ArrayList<>(everyWay);
        directions(device, restrictions).stream()
                .flatMap(direction -> reached(device, restrictions, direction).stream())
                // a way that is the same in every direction need not be told direction by direction
                .filter(one -> everyWay.stream().noneMatch(one::isLike))
                .forEach(all::add);
        return all;
    }

    private static SortedSet<String> directions(Device device, List<AccessRestriction> restrictions) {
        SortedSet<String> directions = new TreeSet<>();
        for (AccessRestriction restriction : restrictions) {
            for (RestrictionLine line : restriction.lines()) {
                if (line.device().equals(device.id()) && line.accessPoint() != null) {
                    directions.add(line.accessPoint());
                }
            }
        }
        return directions;
    }

    /** The place in this direction; none when nothing opens there. */
    private List<Reached> reached(Device device, List<AccessRestriction> restrictions, @Nullable String direction) {
        SortedSet<Integer> locks = new TreeSet<>();
        List<AccessRestriction> fitting = new ArrayList<>();
        for (AccessRestriction restriction : restrictions) {
            SortedSet<Integer> opened = locks(device, restriction, direction);
            if (asked.lock() == null ? !opened.isEmpty() : opened.contains(asked.lock())) {
                fitting.add(restriction);
                locks.addAll(opened);
            }
        }
        return fitting.isEmpty()
                ? List.of()
                : List.of(new Reached(new MatrixPlace(device, site.nameOf(device), direction, locks), fitting));
    }

    private static SortedSet<Integer> locks(Device device, AccessRestriction restriction, @Nullable String direction) {
        SortedSet<Integer> locks = new TreeSet<>();
        for (RestrictionLine line : restriction.lines()) {
            if (line.device().equals(device.id())
                    && (line.accessPoint() == null || line.accessPoint().equals(direction))) {
                locks.addAll(line.lock().of(device.locks()));
            }
        }
        return locks;
    }
}
