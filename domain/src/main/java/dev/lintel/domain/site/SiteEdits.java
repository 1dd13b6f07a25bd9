package dev.lintel.domain.site;

import dev.lintel.domain.device.CredentialEnded;
import dev.lintel.domain.device.DevicesChanged;
import dev.lintel.domain.group.Ancestry;
import dev.lintel.domain.group.GroupsChanged;
import dev.lintel.domain.group.ProjectChanged;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifiersChanged;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.RestrictionsChanged;
import dev.lintel.domain.schedule.edit.SchedulesChanged;
import dev.lintel.domain.schedule.holiday.CalendarsChanged;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.LastAdministrator;
import dev.lintel.domain.user.UsersChanged;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores the edits that people make one by one, in the transaction of the feature that publishes them, and puts them in
 * force once that is committed. So there is one way in which a site changes, whether by a file or by hand.
 */
@Component
public class SiteEdits {
    private final SiteRevisions revisions;
    private final GroupRemoval removal;
    private final LastAdministrator administrator;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    SiteEdits(
            SiteRevisions revisions,
            GroupRemoval removal,
            LastAdministrator administrator,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events) {
        this.revisions = revisions;
        this.removal = removal;
        this.administrator = administrator;
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void groups(GroupsChanged edit) {
        SiteChange change = removal.of(edit.project(), edit.removed());
        store(
                edit.project(),
                change.withGroups(new Puts<>(edit.added(), edit.changed(), edit.removed())),
                edit.stored());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void project(ProjectChanged edit) {
        long revision = revisions.add(edit.project(), SiteChange.none(), true);
        afterCommit(new SiteStored(revision, SiteChange.none(), null, true));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void users(UsersChanged edit) {
        long project = edit.project();
        administrator.mayLose(project, edit.changed(), edit.removed());
        List<String> identifiers = jdbc.queryForList(
                "select id from identifier where project_id = ? and person_id = any (?)",
                String.class,
                project,
                edit.removed().toArray(String[]::new));
        List<Grant> withdrawn = Stream.of(
                        grants(project, "person_id", edit.removed()), grants(project, "identifier_id", identifiers))
                .flatMap(List::stream)
                .toList();
        store(
                project,
                SiteChange.none()
                        .withUsers(new Puts<>(edit.added(), edit.changed(), edit.removed()))
                        .withIdentifiers(new Puts<>(List.of(), List.of(), identifiers))
                        .withWithdrawn(withdrawn));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void schedules(SchedulesChanged edit) {
        store(
                edit.project(),
                SiteChange.none().withSchedules(new Puts<>(edit.added(), edit.changed(), edit.removed())));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void calendars(CalendarsChanged edit) {
        store(
                edit.project(),
                SiteChange.none().withCalendars(new Puts<>(edit.added(), edit.changed(), edit.removed())));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void devices(DevicesChanged edit) {
        store(edit.project(), SiteChange.none().withDevices(new Puts<>(List.of(), edit.changed(), List.of())));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void identifiers(IdentifiersChanged edit) {
        List<Grant> withdrawn = Stream.concat(
                        edit.withdrawn().stream(), grants(edit.project(), "identifier_id", edit.removed()).stream())
                .distinct()
                .toList();
        store(
                edit.project(),
                SiteChange.none()
                        .withIdentifiers(new Puts<>(edit.added(), edit.changed(), edit.removed()))
                        .withGranted(edit.granted())
                        .withWithdrawn(withdrawn));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void restrictions(RestrictionsChanged edit) {
        store(
                edit.project(),
                SiteChange.none()
                        .withRestrictions(new Puts<>(edit.added(), edit.changed(), edit.removed()))
                        .withGranted(edit.granted())
                        .withWithdrawn(edit.withdrawn()));
    }

    /** Stores any change in the transaction that is under way, which holds the lock of the project. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void store(long project, SiteChange change) {
        store(project, change, rows -> {});
    }

    private void store(long project, SiteChange change, IntConsumer stored) {
        if (change.size() == 0) {
            return;
        }
        Map<String, Integer> passes = passes(project, change.identifiers().changed());
        serials(project, change.devices().removed())
                .forEach(serial -> events.publishEvent(new CredentialEnded(serial)));
        new SiteStore(new Batches(jdbc, stored), new Ancestry(jdbc), project, passes::get).store(change);
        long revision = revisions.add(project, change, false);
        afterCommit(new SiteStored(revision, change, null, false));
    }

    private List<String> serials(long project, List<String> devices) {
        return devices.isEmpty()
                ? List.of()
                : jdbc.queryForList(
                        "select serial from device where project_id = ? and id = any (?)",
                        String.class,
                        project,
                        devices.toArray(String[]::new));
    }

    private void afterCommit(SiteStored news) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(news);
            }
        });
    }

    /** @param target name of the column that says to whom, from the code */
    private List<Grant> grants(long project, String target, List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.query(
                        "select * from restriction_grant where project_id = ? and " + target + " = any (?)",
                        SiteRows.GRANT,
                        project,
                        ids.toArray(String[]::new));
    }

    private Map<String, Integer> passes(long project, List<Identifier> changed) {
        return jdbc
                .query(
                        "select * from identifier where project_id = ? and id = any (?)",
                        SiteRows.IDENTIFIER,
                        project,
                        changed.stream().map(Identifier::id).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Identifier::id, Identifier::passesUsed));
    }
}
