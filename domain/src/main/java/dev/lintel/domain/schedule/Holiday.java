package dev.lintel.domain.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Some days off in a row.
 *
 * @param last the last of them, so the first again for one day; fewer than 366 days later
 * @param yearly whether it comes again each year after, on the same dates; 29 February then comes in leap years only
 */
public record Holiday(String name, LocalDate first, LocalDate last, boolean yearly) {
    public static final int MOST_DAYS = 366;
    public static final int LONGEST_NAME = 100;

    public Holiday {
        if (name.isBlank() || last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new IllegalArgumentException("no holiday: " + name + " from " + first + " to " + last);
        }
    }

    /** The days of it within a year. */
    Stream<LocalDate> daysIn(int year) {
        Stream<LocalDate> days = yearly
                ? IntStream.of(year - 1, year).boxed().flatMap(this::daysBegunIn)
                : first.datesUntil(last.plusDays(1));
        return days.filter(day -> day.getYear() == year);
    }

    private Stream<LocalDate> daysBegunIn(int year) {
        int later = year - first.getYear();
        if (later < 0) {
            return Stream.of();
        }
        LocalDate begin = first.plusYears(later);
        // a year without 29 February leaves the days around it
        LocalDate from = begin.getDayOfMonth() == first.getDayOfMonth() ? begin : begin.plusDays(1);
        LocalDate until = last.plusYears(later).plusDays(1);
        return from.isBefore(until) ? from.datesUntil(until) : Stream.of();
    }
}
