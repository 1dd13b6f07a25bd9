package dev.lintel.rules.reference;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.OtherRecurrence;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks at the clock on the wall and goes through every occurrence there is. */
final class NaiveSchedule {
    /** No question is asked about a later time. */
    private static final LocalDateTime HORIZON =
            LocalDateTime.ofInstant(RandomWorld.LAST, ZoneOffset.UTC).plusDays(2);

    private final LocalDateTime start;
    private final Duration length;
    private final ZoneId zone;
    private final Set<LocalDateTime> starts;
    private final HolidayUse use;
    private final List<Holiday> holidays;

    NaiveSchedule(Schedule schedule, Site site) {
        boolean allDay = schedule.allDay();
        start = allDay ? schedule.start().toLocalDate().atStartOfDay() : schedule.start();
        LocalDateTime end = allDay ? schedule.end().toLocalDate().plusDays(1).atStartOfDay() : schedule.end();
        length = Duration.between(start, end);
        zone = schedule.timeZone() == null ? site.timeZone() : schedule.timeZone();
        use = schedule.holidays();
        holidays = all(site);
        starts = new TreeSet<>(Set.of(start));
        if (schedule.rrule() != null) {
            schedule.rrule().lines().forEach(rule -> starts.addAll(OtherRecurrence.starts(start, rule, HORIZON)));
        }
    }

    boolean isOpen(Instant at) {
        LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
        if (use != HolidayUse.IGNORED && isHoliday(wall.toLocalDate()) != (use == HolidayUse.ONLY)) {
            return false;
        }
        for (LocalDateTime opens : starts) {
            if (!wall.isBefore(opens) && wall.isBefore(opens.plus(length))) {
                return true;
            }
        }
        return false;
    }

    private boolean isHoliday(LocalDate day) {
        return isHoliday(holidays, day);
    }

    static boolean isHoliday(Site site, LocalDate day) {
        return isHoliday(all(site), day);
    }

    private static List<Holiday> all(Site site) {
        return site.calendars().stream()
                .flatMap(calendar -> calendar.holidays().stream())
                .toList();
    }

    private static boolean isHoliday(List<Holiday> holidays, LocalDate day) {
        for (Holiday one : holidays) {
            boolean once = !day.isBefore(one.first()) && !day.isAfter(one.last());
            boolean again = one.yearly() && day.isAfter(one.last()) && comesAgain(one, day);
            if (once || again) return true;
        }
        return false;
    }

    /** Walks through the days of the first time and looks for one with this date. */
    private static boolean comesAgain(Holiday one, LocalDate day) {
        for (LocalDate first = one.first(); !first.isAfter(one.last()); first = first.plusDays(1)) {
            if (MonthDay.from(first).equals(MonthDay.from(day))) return true;
        }
        return false;
    }
}
