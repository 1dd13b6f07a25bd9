package dev.lintel.domain.device;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.RecordChanged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where devices stand, so that visitors find the way. */
@Service
public class DevicePositions {
    private final ProjectStore projects;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    DevicePositions(ProjectStore projects, JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.projects = projects;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The device as it is now; empty when the actor sees none of that id. */
    @Transactional(readOnly = true)
    public Optional<Device> device(Actor actor, long project, String id) {
        return find(actor.requireReach(Permission.DEVICE_VIEW), project, id);
    }

    /**
     * Says where a device stands.
     *
     * @param position null is that nobody knows
     * @return the device as it is then; empty when the actor may edit none of that id
     */
    @Transactional
    public Optional<Device> place(Actor actor, long project, String id, @Nullable Position position) {
        Reach reach = actor.requireReach(Permission.DEVICE_EDIT);
        projects.lock(project);
        return find(reach, project, id).map(before -> {
            Device after = before.at(position);
            if (!after.equals(before)) {
                events.publishEvent(new DevicesChanged(project, List.of(after)));
                events.publishEvent(new RecordChanged(
                        actor,
                        project,
                        "device",
                        id,
                        Objects.requireNonNullElse(after.name(), after.serial()),
                        readable(before),
                        readable(after)));
            }
            return after;
        });
    }

    private static Map<String, String> readable(Device device) {
        return device.position() == null
                ? Map.of()
                : Map.of("position", device.position().toString());
    }

    private Optional<Device> find(Reach reach, long project, String id) {
        SqlCondition where = SqlCondition.of("d.project_id = ? and d.id = ?", project, id)
                .and(InReach.group(reach, "d.project_id", "d.group_id"));
        return jdbc
                .query(
                        "select d.* from device d where " + where.sql(),
                        (row, number) -> DeviceRows.device(row),
                        where.parameters().toArray())
                .stream()
                .findFirst();
    }
}
