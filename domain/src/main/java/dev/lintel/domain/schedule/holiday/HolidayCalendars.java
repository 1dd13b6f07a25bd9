package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Field;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Reason;
import dev.lintel.domain.schedule.ics.HolidayFile;
import dev.lintel.domain.wire.NewId;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The holiday calendars of a project. Whoever may see, add, edit or delete schedules may do the same with them. */
@Service
public class HolidayCalendars {
    public static final int MOST_CALENDARS = 50;

    private final ProjectStore projects;
    private final HolidayStore store;
    private final CalendarNews news;
    private final InstantSource clock;

    HolidayCalendars(ProjectStore projects, HolidayStore store, CalendarNews news, InstantSource clock) {
        this.projects = projects;
        this.store = store;
        this.news = news;
        this.clock = clock;
    }

    /** By name. None where there is no such project to see. The address of a subscription is told to editors only. */
    @Transactional(readOnly = true)
    public List<StoredCalendar> list(Actor actor, long project) {
        actor.requireReach(Permission.SCHEDULE_VIEW);
        return actor.sees(project)
                ? store.stored(project).stream()
                        .map(calendar -> asSeenBy(actor, calendar))
                        .toList()
                : List.of();
    }

    @Transactional(readOnly = true)
    public Optional<StoredCalendar> get(Actor actor, long project, String id) {
        return list(actor, project).stream()
                .filter(calendar -> calendar.id().equals(id))
                .findFirst();
    }

    /**
     * Adds one.
     *
     * @throws ScheduleRefusedException with everything that is wrong
     * @throws NoSuchCalendarException when there is no such project to see
     */
    @Transactional
    public StoredCalendar create(Actor actor, long project, CalendarDraft draft) {
        lock(actor, Permission.SCHEDULE_CREATE, project);
        List<StoredCalendar> others = store.stored(project);
        if (others.size() >= MOST_CALENDARS) {
            throw new ScheduleRefusedException(Field.NAME, Reason.TOO_MANY, Integer.toString(MOST_CALENDARS));
        }
        CalendarCheck.require(draft, others.stream().map(StoredCalendar::name).toList());
        List<Holiday> holidays = draft.url() == null ? draft.holidays() : List.of();
        HolidayCalendar added = new HolidayCalendar(NewId.next(), draft.name(), holidays);
        news.added(project, added);
        if (draft.url() != null) {
            store.subscribe(project, added.id(), draft.url());
        }
        return told(actor, null, known(project, added.id()));
    }

    /**
     * Changes one. The holidays of a subscribed one stay what they are.
     *
     * @param version of the calendar as the editor saw it
     * @throws CalendarChangedException when somebody else was quicker
     * @throws ScheduleRefusedException with everything that is wrong
     * @throws NoSuchCalendarException when there is none
     */
    @Transactional
    public StoredCalendar edit(Actor actor, long project, String id, long version, CalendarDraft draft) {
        lock(actor, Permission.SCHEDULE_EDIT, project);
        StoredCalendar before = known(project, id);
        if (before.version() != version) {
            throw new CalendarChangedException();
        }
        CalendarCheck.require(
                draft,
                store.stored(project).stream()
                        .filter(other -> !other.id().equals(id))
                        .map(StoredCalendar::name)
                        .toList());
        List<Holiday> holidays =
                draft.url() == null ? draft.holidays() : before.calendar().holidays();
        return store(actor, before, new HolidayCalendar(id, draft.name(), holidays), draft.url());
    }

    /**
     * Takes the holidays of one from a file, in place of those it has.
     *
     * @return what was read, with the events that were refused
     * @throws dev.lintel.domain.schedule.ics.CalendarFileException when there is nothing to take
     * @throws ScheduleRefusedException when it is subscribed
     * @throws NoSuchCalendarException when there is none
     */
    @Transactional
    public HolidayFile load(Actor actor, long project, String id, byte[] file) {
        lock(actor, Permission.SCHEDULE_EDIT, project);
        StoredCalendar before = known(project, id);
        if (before.subscription() != null) {
            throw new ScheduleRefusedException(Field.FILE, Reason.SUBSCRIBED, "");
        }
        HolidayFile read = read(actor, file);
        store(actor, before, new HolidayCalendar(id, before.name(), read.holidays()), null);
        return read;
    }

    /**
     * What a file would bring; nothing is stored.
     *
     * @throws dev.lintel.domain.schedule.ics.CalendarFileException when there is nothing to take
     */
    public HolidayFile read(Actor actor, byte[] file) {
        actor.requireReach(Permission.SCHEDULE_VIEW);
        return HolidayFile.read(file, clock.instant().atZone(ZoneOffset.UTC).getYear());
    }

    /**
     * Deletes one; its holidays are days like others then.
     *
     * @throws NoSuchCalendarException when there is none
     */
    @Transactional
    public void delete(Actor actor, long project, String id) {
        lock(actor, Permission.SCHEDULE_DELETE, project);
        StoredCalendar before = known(project, id);
        news.removed(project, id);
        news.record(actor, before, null);
    }

    private StoredCalendar store(Actor actor, StoredCalendar before, HolidayCalendar after, @Nullable String url) {
        long project = before.project();
        if (!after.equals(before.calendar())) {
            news.changed(project, after);
        }
        Subscription known = before.subscription();
        if (!Objects.equals(url, known == null ? null : known.url())) {
            store.subscribe(project, after.id(), url);
        }
        return told(actor, before, known(project, after.id()));
    }

    private StoredCalendar told(Actor actor, @Nullable StoredCalendar before, StoredCalendar after) {
        news.record(actor, before, after);
        return asSeenBy(actor, after);
    }

    private static StoredCalendar asSeenBy(Actor actor, StoredCalendar calendar) {
        Subscription from = calendar.subscription();
        if (from == null || actor.may(Permission.SCHEDULE_EDIT)) {
            return calendar;
        }
        Subscription bare = new Subscription("", from.tried(), from.refreshed(), from.problem(), from.about());
        return new StoredCalendar(calendar.project(), calendar.calendar(), bare, calendar.version());
    }

    private void lock(Actor actor, Permission permission, long project) {
        actor.require(permission);
        if (!actor.sees(project) || projects.lock(project).isEmpty()) {
            throw new NoSuchCalendarException(Long.toString(project));
        }
    }

    private StoredCalendar known(long project, String id) {
        return store.find(project, id).orElseThrow(() -> new NoSuchCalendarException(id));
    }
}
