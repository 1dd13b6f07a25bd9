package dev.lintel.domain.sync;

import dev.lintel.domain.schedule.Holidays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The days of which copies of schedules say whether they are holidays: {@value #MONTHS} whole months from the one in which
 * yesterday lies, by the clock of whichever zone. So they reach at least 390 days ahead, and are at most {@value #MOST_DAYS}.
 * They are months so that a copy becomes another with the calendars and on the first days of a month, not each night, and can
 * still say how far it reaches.
 */
record HolidayHorizon(YearMonth first) {
    static final int MONTHS = 14;

    /** A leap year between a December and a January. */
    static final int MOST_DAYS = 428;

    /** Nowhere is it earlier than the day before that of UTC, so yesterday is two days ago at most. */
    private static final int YESTERDAY_ANYWHERE = 2;

    /** What copies are to cover at this time. */
    static HolidayHorizon at(Instant now) {
        return new HolidayHorizon(
                YearMonth.from(now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(YESTERDAY_ANYWHERE)));
    }

    /** The one with this last day. */
    static HolidayHorizon endingWith(LocalDate until) {
        return new HolidayHorizon(YearMonth.from(until).minusMonths(MONTHS - 1L));
    }

    LocalDate from() {
        return first.atDay(1);
    }

    /** The last day, itself included. */
    LocalDate until() {
        return first.plusMonths(MONTHS - 1L).atEndOfMonth();
    }

    /** As schedules find them at the doors of the server. */
    HolidayDays days(Holidays holidays) {
        return new HolidayDays(
                from().toString(),
                until().toString(),
                from().datesUntil(until().plusDays(1))
                        .filter(day -> holidays.on(day).isPresent())
                        .map(LocalDate::toString)
                        .toList());
    }
}
