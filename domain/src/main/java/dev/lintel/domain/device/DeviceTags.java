package dev.lintel.domain.device;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.RecordChanged;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The words by which people tell devices from each other, so that a policy can say "doors of bicycle rooms". */
@Service
public class DeviceTags {
    private final ProjectStore projects;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    DeviceTags(ProjectStore projects, JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.projects = projects;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The device as it is now; empty when the actor sees none of that id. */
    @Transactional(readOnly = true)
    public Optional<Device> device(Actor actor, long project, String id) {
        return find(actor.requireReach(Permission.DEVICE_VIEW), project, id);
    }

    /** All tags of the devices within reach in a project, sorted. */
    @Transactional(readOnly = true)
    public List<String> known(Actor actor, long project) {
        SqlCondition where = SqlCondition.of("d.project_id = ?", project)
                .and(InReach.group(actor.requireReach(Permission.DEVICE_VIEW), "d.project_id", "d.group_id"));
        return jdbc.queryForList(
                "select distinct unnest(d.tags) as tag from device d where " + where.sql() + " order by tag",
                String.class,
                where.parameters().toArray());
    }

    /**
     * Gives a device these tags and no others.
     *
     * @param wanted in any case; at most {@value Device#MOST_TAGS} of at most {@value Device#LONGEST_TAG} characters
     * @return the device as it is then; empty when the actor may edit none of that id
     * @throws DeviceTagsRefusedException with what is wrong
     */
    @Transactional
    public Optional<Device> tag(Actor actor, long project, String id, Collection<String> wanted) {
        Reach reach = actor.requireReach(Permission.DEVICE_EDIT);
        projects.lock(project);
        return find(reach, project, id).map(before -> {
            List<String> tags = DeviceTag.cleaned(wanted);
            DeviceTag.problem(tags).ifPresent(why -> {
                throw new DeviceTagsRefusedException(why);
            });
            Device after = before.tagged(tags);
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
        return device.tags().isEmpty() ? Map.of() : Map.of("tags", String.join(", ", device.tags()));
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
