package dev.lintel.domain.schedule.edit;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.NamedInRules;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.schedule.Holidays;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.schedule.SchedulePreview;
import dev.lintel.domain.schedule.holiday.HolidayStore;
import dev.lintel.domain.schedule.ics.ScheduleFile;
import dev.lintel.domain.wire.NewId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The schedules of a project: found, tried out, added, edited and deleted. */
@Service
public class Schedules {
    private static final String SELECT =
            "select " + ScheduleList.COLUMNS + " from " + ScheduleList.FROM + " where s.project_id = ? and s.id = ?";

    private final ProjectStore projects;
    private final HolidayStore holidays;
    private final NamedInRules rules;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Schedules(
            ProjectStore projects,
            HolidayStore holidays,
            NamedInRules rules,
            JdbcTemplate jdbc,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.projects = projects;
        this.holidays = holidays;
        this.rules = rules;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The schedule, as far as the actor may see it. */
    @Transactional(readOnly = true)
    public Optional<StoredSchedule> get(Actor actor, long project, String id) {
        actor.requireReach(Permission.SCHEDULE_VIEW);
        return actor.sees(project) ? find(project, id) : Optional.empty();
    }

    /**
     * When a schedule that need not be stored would be open.
     *
     * @param year of which every open day is told
     * @throws ScheduleRefusedException when it cannot be evaluated
     * @throws NoSuchScheduleException when there is no such project to see
     */
    @Transactional(readOnly = true)
    public SchedulePreview preview(Actor actor, long project, ScheduleDraft draft, int year) {
        actor.requireReach(Permission.SCHEDULE_VIEW);
        Project known = actor.sees(project) ? projects.byId(project).orElse(null) : null;
        if (known == null) {
            throw new NoSuchScheduleException(Long.toString(project));
        }
        ScheduleDraft clean = draft.cleaned(known.timeZone());
        ScheduleCheck.requireTimes(clean);
        Holidays days = Holidays.of(holidays.all(project));
        return SchedulePreview.of(clean.as(""), known.timeZone(), days, clock.instant(), year);
    }

    /** The schedule as a calendar file; empty when there is none to see. */
    @Transactional(readOnly = true)
    public Optional<String> file(Actor actor, long project, String id) {
        return get(actor, project, id)
                .map(stored -> ScheduleFile.write(
                        stored.schedule(), stored.zone(), Holidays.of(holidays.all(project)), clock.instant()));
    }

    /** What is limited by it, by name. */
    @Transactional(readOnly = true)
    public List<ScheduleUse> uses(Actor actor, long project, String id) {
        actor.requireReach(Permission.SCHEDULE_VIEW);
        return actor.sees(project) ? uses(project, id) : List.of();
    }

    /** Names of the policies that name it, in force or in draft. */
    @Transactional(readOnly = true)
    public List<String> policies(Actor actor, long project, String id) {
        actor.requireReach(Permission.SCHEDULE_VIEW);
        return actor.sees(project) ? policies(project, id) : List.of();
    }

    private List<String> policies(long project, String id) {
        return rules.policies(project, NamedInRules.Kind.SCHEDULE, List.of(id));
    }

    /**
     * Adds one.
     *
     * @throws ScheduleRefusedException with everything that is wrong
     * @throws NoSuchScheduleException when there is no such project to see
     */
    @Transactional
    public StoredSchedule create(Actor actor, long project, ScheduleDraft draft) {
        Project where = lock(actor, Permission.SCHEDULE_CREATE, project);
        ScheduleDraft clean = draft.cleaned(where.timeZone());
        ScheduleCheck.require(clean);
        Schedule added = clean.as(NewId.next());
        events.publishEvent(new SchedulesChanged(project, List.of(added), List.of(), List.of()));
        tell(actor, project, null, added);
        return find(project, added.id()).orElseThrow();
    }

    /**
     * Changes one.
     *
     * @param version of the schedule as the editor saw it
     * @throws ScheduleChangedException when somebody else was quicker
     * @throws ScheduleRefusedException with everything that is wrong
     * @throws NoSuchScheduleException when there is none
     */
    @Transactional
    public StoredSchedule edit(Actor actor, long project, String id, long version, ScheduleDraft draft) {
        Project where = lock(actor, Permission.SCHEDULE_EDIT, project);
        StoredSchedule before = known(project, id);
        if (before.version() != version) {
            throw new ScheduleChangedException(before);
        }
        ScheduleDraft clean = draft.cleaned(where.timeZone());
        ScheduleCheck.require(clean);
        Schedule after = clean.as(id);
        if (!after.equals(before.schedule())) {
            events.publishEvent(new SchedulesChanged(project, List.of(), List.of(after), List.of()));
            tell(actor, project, before.schedule(), after);
        }
        return find(project, id).orElseThrow();
    }

    /**
     * Deletes one that limits nothing.
     *
     * @throws ScheduleInUseException when restrictions are limited by it, which would else be open at all times, or policies
     *     name it
     * @throws NoSuchScheduleException when there is none
     */
    @Transactional
    public void delete(Actor actor, long project, String id) {
        lock(actor, Permission.SCHEDULE_DELETE, project);
        Schedule before = known(project, id).schedule();
        List<ScheduleUse> uses = uses(project, id);
        List<String> policies = policies(project, id);
        if (!uses.isEmpty() || !policies.isEmpty()) {
            throw new ScheduleInUseException(uses, policies);
        }
        events.publishEvent(new SchedulesChanged(project, List.of(), List.of(), List.of(id)));
        tell(actor, project, before, null);
    }

    private Project lock(Actor actor, Permission permission, long project) {
        actor.require(permission);
        return (actor.sees(project) ? projects.lock(project) : Optional.<Project>empty())
                .orElseThrow(() -> new NoSuchScheduleException(Long.toString(project)));
    }

    private StoredSchedule known(long project, String id) {
        return find(project, id).orElseThrow(() -> new NoSuchScheduleException(id));
    }

    private Optional<StoredSchedule> find(long project, String id) {
        return jdbc.query(SELECT, ScheduleList.ROW, project, id).stream().findFirst();
    }

    private List<ScheduleUse> uses(long project, String id) {
        return jdbc.query(
                """
                select distinct r.id, r.name from restriction_schedule u
                join restriction r on r.project_id = u.project_id and r.id = u.restriction_id
                where u.project_id = ? and u.schedule_id = ? order by r.name, r.id\
                """, (row, number) -> new ScheduleUse(row.getString("id"), row.getString("name")), project, id);
    }

    private void tell(Actor by, long project, @Nullable Schedule before, @Nullable Schedule after) {
        Schedule known = after == null ? before : after;
        if (known != null) {
            events.publishEvent(new RecordChanged(
                    by,
                    project,
                    "schedule",
                    known.id(),
                    known.name(),
                    ScheduleFields.of(before),
                    ScheduleFields.of(after)));
        }
    }
}
