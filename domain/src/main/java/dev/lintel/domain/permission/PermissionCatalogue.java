package dev.lintel.domain.permission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The permissions as people choose them: by area, in the order of {@code permissions.csv}. */
public final class PermissionCatalogue {
    private static final List<Area> AREAS = read();

    private PermissionCatalogue() {}

    /**
     * Permissions that belong together.
     *
     * @param code for example {@code virtual-numbers}
     */
    public record Area(String code, List<Permission> permissions) {
        public Area {
            permissions = List.copyOf(permissions);
        }

        /** Its actions, each with the permissions that differ in scope only, the nearest scope first. */
        public Map<String, List<Permission>> actions() {
            Map<String, List<Permission>> actions = new LinkedHashMap<>();
            permissions.forEach(permission -> actions.computeIfAbsent(permission.action(), action -> new ArrayList<>())
                    .add(permission));
            actions.values()
                    .forEach(scoped -> scoped.sort((one, other) -> other.scope().compareTo(one.scope())));
            return actions;
        }
    }

    public static List<Area> areas() {
        return AREAS;
    }

    private static List<Area> read() {
        Map<String, List<Permission>> areas = new LinkedHashMap<>();
        BuiltInProfile.lines().stream().skip(1).map(line -> line.split(",", -1)).forEach(cells -> areas.computeIfAbsent(
                        cells[0].replace(' ', '-'), area -> new ArrayList<>())
                .add(Permission.ofCode(cells[1]).orElseThrow()));
        return areas.entrySet().stream()
                .map(area -> new Area(area.getKey(), area.getValue()))
                .toList();
    }
}
