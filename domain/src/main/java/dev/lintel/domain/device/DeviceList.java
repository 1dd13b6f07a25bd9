package dev.lintel.domain.device;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The devices as people look for them: by where they stand. */
@Component
class DeviceList {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Projects projects;
    private final JdbcTemplate jdbc;

    DeviceList(Projects projects, JdbcTemplate jdbc) {
        this.projects = projects;
        this.jdbc = jdbc;
    }

    private record Place(long project, String group) {}

    private record Group(@Nullable String parent, String name) {}

    private record Found(
            Place place,
            Device device,
            @Nullable Boolean online,
            @Nullable Instant lastSeen) {
        /** Devices of one group and model that nobody named would all be called the same. */
        String likeness() {
            return device.name() == null ? place + device.model() : place + device.id();
        }
    }

    List<DeviceStatus> of(Actor actor, @Nullable Long project) {
        Long[] projects = this.projects.list(actor).stream()
                .map(Project::id)
                .filter(id -> project == null || project.equals(id))
                .toArray(Long[]::new);
        List<Found> devices = devices(projects, actor.reach(Permission.DEVICE_VIEW));
        Map<Place, Group> groups = groups(projects);
        Map<String, Long> alike = devices.stream().collect(groupingBy(Found::likeness, counting()));
        return devices.stream()
                .map(found -> status(found, groups, alike.getOrDefault(found.likeness(), 1L) > 1))
                .map(status -> new Sorted(inOrder(status.groupPath()), inOrder(status.displayName()), status))
                .sorted(Comparator.comparing(Sorted::path).thenComparing(Sorted::name))
                .map(Sorted::status)
                .toList();
    }

    /** A device with what it is sorted by, worked out once. */
    private record Sorted(String path, String name, DeviceStatus status) {}

    private static DeviceStatus status(Found found, Map<Place, Group> groups, boolean hasLikes) {
        Device device = found.device();
        Group group = groups.get(found.place());
        String name = DeviceNames.of(device, group == null ? null : group.name());
        return new DeviceStatus(
                device,
                hasLikes ? name + " · " + device.serial() : name,
                path(found.place(), groups),
                found.online(),
                found.lastSeen());
    }

    /** Names from the root's child down. */
    private static String path(Place place, Map<Place, Group> groups) {
        StringBuilder path = new StringBuilder();
        Group group = groups.get(place);
        while (group != null && group.parent() != null) {
            path.insert(0, path.isEmpty() ? group.name() : group.name() + " / ");
            group = groups.get(new Place(place.project(), group.parent()));
        }
        return path.toString();
    }

    /** Floor 2 before floor 10. */
    private static String inOrder(String text) {
        return NUMBER.matcher(text).replaceAll(number -> "%09d".formatted(Integer.parseInt(number.group())));
    }

    private List<Found> devices(Long[] projects, Reach reach) {
        SqlCondition where = new SqlCondition("d.project_id = any (?)", List.of((Object) projects))
                .and(InReach.group(reach, "d.project_id", "d.group_id"));
        return jdbc.query(
                """
                select d.*, s.online, s.last_seen from device d
                left join device_state s on s.project_id = d.project_id and s.device_id = d.id
                where """ + ' ' + where.sql(),
                (row, number) -> {
                    OffsetDateTime seen = row.getObject("last_seen", OffsetDateTime.class);
                    Device device = new Device(
                            row.getString("id"),
                            row.getString("group_id"),
                            DeviceType.valueOf(row.getString("type")),
                            row.getString("name"),
                            row.getString("model"),
                            row.getString("serial"),
                            row.getInt("locks"));
                    return new Found(
                            new Place(row.getLong("project_id"), device.group()),
                            device,
                            row.getObject("online", Boolean.class),
                            seen == null ? null : seen.toInstant());
                },
                where.parameters().toArray());
    }

    private Map<Place, Group> groups(Long[] projects) {
        Map<Place, Group> groups = new HashMap<>();
        jdbc.query(
                "select project_id, id, parent, name from object_group where project_id = any (?)",
                row -> {
                    groups.put(
                            new Place(row.getLong("project_id"), row.getString("id")),
                            new Group(row.getString("parent"), row.getString("name")));
                },
                new Object[] {projects});
        return groups;
    }
}
