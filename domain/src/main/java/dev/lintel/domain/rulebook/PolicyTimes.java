package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.ClockFact;
import dev.lintel.domain.schedule.HolidayUse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a policy holds, by the clock of the project. Hours that go across midnight belong to the day on which they begin: Sunday
 * 22:00 to 08:00 lasts until Monday morning, and whether it is a holiday is asked of the Sunday.
 *
 * @param days on which days of the week; none is every day
 * @param from the first minute; null together with {@code to} is the whole day
 * @param to the first minute after it; before {@code from} it is on the next day
 * @param since the first day; null is from ever on
 * @param until the last day; null is for ever
 */
public record PolicyTimes(
        Set<DayOfWeek> days,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        HolidayUse holidays,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {
    public static final PolicyTimes ALWAYS = new PolicyTimes(Set.of(), null, null, HolidayUse.IGNORED, null, null);

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public PolicyTimes {
        days = days == null ? Set.of() : Set.copyOf(days);
        holidays = holidays == null ? HolidayUse.IGNORED : holidays;
    }

    public boolean isAlways() {
        return equals(ALWAYS);
    }

    /** Whether the hours go on after midnight. */
    public boolean isAcrossMidnight() {
        return from != null && to != null && !from.isBefore(to);
    }

    /**
     * Whether it holds at the instant of a request.
     *
     * @throws IllegalStateException if the facts do not tell the time of day: nothing may be decided on a guess
     */
    public boolean hold(AccessFacts facts) {
        if (isAlways()) {
            return true;
        }
        ClockFact clock = facts.clock();
        if (clock == null) {
            throw new IllegalStateException("the facts do not tell what time it is at the door");
        }
        return fit(clock.read(facts.at()), clock.holiday(), clock.holidayBefore());
    }

    /**
     * Whether it holds at this moment.
     *
     * @param holiday whether that day is a holiday
     * @param holidayBefore whether the day before it was one
     */
    public boolean fit(LocalDateTime moment, boolean holiday, boolean holidayBefore) {
        LocalDate today = moment.toLocalDate();
        LocalTime time = moment.toLocalTime();
        if (from == null || to == null) {
            return beginsOn(today, holiday);
        }
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to) && beginsOn(today, holiday);
        }
        return !time.isBefore(from) && beginsOn(today, holiday)
                || time.isBefore(to) && beginsOn(today.minusDays(1), holidayBefore);
    }

    private boolean beginsOn(LocalDate day, boolean holiday) {
        return (days.isEmpty() || days.contains(day.getDayOfWeek()))
                && (since == null || !day.isBefore(since))
                && (until == null || !day.isAfter(until))
                && switch (holidays) {
                    case IGNORED -> true;
                    case EXCLUDED -> !holiday;
                    case ONLY -> holiday;
                };
    }
}
