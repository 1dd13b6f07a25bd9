package dev.lintel.domain.site;

import dev.lintel.domain.device.CredentialEnded;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.ProjectChanged;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.user.LastAdministrator;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Takes a whole project off the server. Its logs stay; they refer to nothing. */
@Component
class ProjectRemoval {
    /** In an order that the references allow; parts of these records, and what else a project has, go with them. */
    private static final List<String> TABLES = List.of(
            "restriction_grant",
            "identifier",
            "person",
            "restriction",
            "device",
            "schedule",
            "holiday_calendar",
            "marker",
            "object_group",
            "profile");

    private final LastAdministrator administrator;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    ProjectRemoval(LastAdministrator administrator, JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.administrator = administrator;
        this.jdbc = jdbc;
        this.events = events;
    }

    void remove(Actor by, GroupNode root, Map<String, String> gone) {
        long project = root.project();
        jdbc.queryForList("select serial from device where project_id = ?", String.class, project)
                .forEach(serial -> events.publishEvent(new CredentialEnded(serial)));
        administrator.mayLose(
                project,
                List.of(),
                jdbc.queryForList("select id from person where project_id = ?", String.class, project));
        TABLES.forEach(table -> jdbc.update("delete from " + table + " where project_id = ?", project));
        jdbc.update("delete from project where id = ?", project);
        events.publishEvent(new ProjectChanged(project));
        events.publishEvent(
                new RecordChanged(by, project, "project", Long.toString(project), root.name(), gone, Map.of()));
    }
}
