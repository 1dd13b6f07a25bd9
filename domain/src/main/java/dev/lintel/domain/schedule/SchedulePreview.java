package dev.lintel.domain.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When a schedule is open, for people to look at. All times are by its clock on the wall.
 *
 * @param schedule what was evaluated
 * @param next what comes next, at most {@value #NEXT}
 * @param days the days of one year on which it is open at some time, and the holidays of that year
 */
public record SchedulePreview(Schedule schedule, List<Upcoming> next, List<Day> days) {
    public static final int NEXT = 20;

    /** How far ahead is looked for something that comes next; leap days are up to eight years apart. */
    private static final int YEARS_AHEAD = 12;

    private static final int LONGEST_LOOK = 400;

    /**
     * One occurrence of the pattern.
     *
     * @param open what is left of it after the holidays; empty when nothing is
     * @param holiday the first holiday on its days
     */
    public record Upcoming(
            LocalDateTime start,
            LocalDateTime end,
            List<OpenSpan> open,
            @Nullable Holiday holiday) {
        public Upcoming {
            open = List.copyOf(open);
        }

        /** Whether it is open from its start to its end. */
        public boolean isWhole() {
            return open.size() == 1 && open.getFirst().equals(new OpenSpan(start, end));
        }
    }

    /** A day, with how long it is open on it. */
    public record Day(LocalDate date, int minutes, @Nullable Holiday holiday) {}

    public SchedulePreview {
        next = List.copyOf(next);
        days = List.copyOf(days);
    }

    /** @throws InvalidRecurrenceException if the schedule cannot be evaluated */
    public static SchedulePreview of(Schedule schedule, ZoneId siteZone, Holidays holidays, Instant now, int year) {
        Occurrences occurrences = Occurrences.of(schedule, siteZone, holidays);
        ZoneId zone = schedule.timeZone() == null ? siteZone : schedule.timeZone();
        LocalDateTime wall = LocalDateTime.ofInstant(now, zone);
        boolean holidaysOnly = schedule.holidays() == HolidayUse.ONLY;
        return new SchedulePreview(
                schedule,
                upcoming(occurrences, holidays, wall, holidaysOnly),
                days(occurrences, holidays, Year.of(year)));
    }

    private static List<Upcoming> upcoming(
            Occurrences occurrences, Holidays holidays, LocalDateTime now, boolean holidaysOnly) {
        List<Upcoming> found = new ArrayList<>();
        Duration length = occurrences.length();
        LocalDateTime from = now.minus(length).plusSeconds(1);
        for (int year = 0; year < YEARS_AHEAD && found.size() < NEXT; year++) {
            LocalDateTime until = from.plusYears(1);
            for (LocalDateTime start : occurrences.starts(from, until)) {
                LocalDateTime end = start.plus(length);
                Holiday holiday = firstHoliday(holidays, start, end).orElse(null);
                if (found.size() < NEXT && (!holidaysOnly || holiday != null)) {
                    found.add(new Upcoming(start, end, occurrences.open(start, end), holiday));
                }
            }
            from = until;
        }
        return found;
    }

    private static Optional<Holiday> firstHoliday(Holidays holidays, LocalDateTime start, LocalDateTime end) {
        return start.toLocalDate()
                .datesUntil(end.minusSeconds(1).toLocalDate().plusDays(1))
                .limit(LONGEST_LOOK)
                .flatMap(day -> holidays.on(day).stream())
                .findFirst();
    }

    private static List<Day> days(Occurrences occurrences, Holidays holidays, Year year) {
        LocalDate first = year.atDay(1);
        LocalDate end = first.plusYears(1);
        TreeMap<LocalDate, Long> seconds = new TreeMap<>();
        for (OpenSpan span : occurrences.open(first.atStartOfDay(), end.atStartOfDay())) {
            for (LocalDateTime at = span.from(); at.isBefore(span.until()); ) {
                LocalDateTime midnight = at.toLocalDate().plusDays(1).atStartOfDay();
                LocalDateTime until = midnight.isBefore(span.until()) ? midnight : span.until();
                seconds.merge(at.toLocalDate(), Duration.between(at, until).toSeconds(), Long::sum);
                at = until;
            }
        }
        return first.datesUntil(end)
                .map(day -> new Day(
                        day,
                        Math.toIntExact((seconds.getOrDefault(day, 0L) + 59) / 60),
                        holidays.on(day).orElse(null)))
                .filter(day -> day.minutes() > 0 || day.holiday() != null)
                .toList();
    }
}
