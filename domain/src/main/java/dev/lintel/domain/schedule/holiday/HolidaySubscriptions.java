package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.ics.CalendarFileException;
import dev.lintel.domain.schedule.ics.HolidayFile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Refreshes subscribed calendars: each day, and at a wish. What cannot be had or understood changes nothing: the holidays that
 * were understood last stay in force, and the calendar tells what is wrong.
 */
@Service
public class HolidaySubscriptions {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration AFTER_A_PROBLEM = Duration.ofHours(1);

    private final ProjectStore projects;
    private final HolidayStore store;
    private final CalendarNews news;
    private final CalendarSource source;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    HolidaySubscriptions(
            ProjectStore projects,
            HolidayStore store,
            CalendarNews news,
            CalendarSource source,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.projects = projects;
        this.store = store;
        this.news = news;
        this.source = source;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Refreshes one now.
     *
     * @return how it is afterwards
     * @throws NoSuchCalendarException when there is none, or it is not subscribed
     */
    public StoredCalendar refresh(Actor actor, long project, String id) {
        actor.require(Permission.SCHEDULE_EDIT);
        StoredCalendar calendar = (actor.sees(project) ? subscribed(project, id) : Optional.<StoredCalendar>empty())
                .orElseThrow(() -> new NoSuchCalendarException(id));
        refresh(actor, calendar);
        return store.find(project, id).orElseThrow(() -> new NoSuchCalendarException(id));
    }

    /** Refreshes all whose day has come; whoever failed is tried again after an hour. */
    @Unguarded("the server itself looks after subscriptions that somebody was permitted to make")
    public void refreshDue() {
        Optional<HolidayStore.Due> due = takeDue();
        while (due.isPresent()) {
            subscribed(due.get().project(), due.get().calendar())
                    .ifPresent(calendar -> refresh(Actor.server(), calendar));
            due = takeDue();
        }
    }

    private Optional<HolidayStore.Due> takeDue() {
        Instant now = clock.instant();
        return store.takeDue(now, now.minus(A_DAY), now.minus(AFTER_A_PROBLEM));
    }

    private Optional<StoredCalendar> subscribed(long project, String id) {
        return store.find(project, id).filter(calendar -> calendar.subscription() != null);
    }

    /** The network is asked outside of a transaction. */
    private void refresh(Actor by, StoredCalendar calendar) {
        Subscription subscription = calendar.subscription();
        if (subscription == null) {
            return;
        }
        Instant now = clock.instant();
        try {
            byte[] file = source.fetch(URI.create(subscription.url()));
            int year = now.atZone(ZoneOffset.UTC).getYear();
            List<Holiday> holidays = HolidayFile.read(file, year).holidays();
            transaction.executeWithoutResult(status -> {
                projects.lock(calendar.project());
                take(by, calendar, holidays, now);
            });
        } catch (CalendarUnavailableException none) {
            store.note(calendar, now, null, none.problem().name(), none.about());
        } catch (CalendarFileException wrong) {
            store.note(calendar, now, null, wrong.reason().name(), "");
        }
    }

    /** Unless it was subscribed from elsewhere, or deleted, while the network was asked. */
    private void take(Actor by, StoredCalendar asked, List<Holiday> holidays, Instant now) {
        String url = asked.subscription() == null ? "" : asked.subscription().url();
        subscribed(asked.project(), asked.id())
                .filter(known -> known.subscription() != null
                        && known.subscription().url().equals(url))
                .ifPresent(before -> {
                    HolidayCalendar after = new HolidayCalendar(before.id(), before.name(), holidays);
                    if (!after.equals(before.calendar())) {
                        news.changed(before.project(), after);
                        news.record(
                                by,
                                before,
                                new StoredCalendar(before.project(), after, before.subscription(), before.version()));
                    }
                    store.note(before, now, now, "", "");
                });
    }
}
