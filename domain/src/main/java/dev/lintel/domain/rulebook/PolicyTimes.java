package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AccessFacts.ClockFact;
import dev.lintel.domain.access.AccessFacts.ScheduleFact;
import dev.lintel.domain.access.UnknownFactException;
import dev.lintel.domain.schedule.HolidayUse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
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
 * @param schedules ids of schedules of the project, of which one must be open as well; none is at any time
 * @param state in what situation; what is going on at the door
 */
public record PolicyTimes(
        Set<DayOfWeek> days,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        HolidayUse holidays,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        List<String> schedules,
        PolicyState state) {
    public static final PolicyTimes ALWAYS = new PolicyTimes(Set.of(), null, null, HolidayUse.IGNORED, null, null);

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public PolicyTimes {
        days = days == null ? Set.of() : Set.copyOf(days);
        holidays = holidays == null ? HolidayUse.IGNORED : holidays;
        schedules = schedules == null ? List.of() : List.copyOf(schedules);
        state = state == null ? PolicyState.ANY : state;
    }

    /** Whatever the schedules of the project say. */
    public PolicyTimes(
            Set<DayOfWeek> days,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            HolidayUse holidays,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {
        this(days, from, to, holidays, since, until, List.of());
    }

    /** In whatever situation. */
    public PolicyTimes(
            Set<DayOfWeek> days,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            HolidayUse holidays,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            List<String> schedules) {
        this(days, from, to, holidays, since, until, schedules, PolicyState.ANY);
    }

    /** The same in a certain situation. */
    public PolicyTimes in(PolicyState other) {
        return new PolicyTimes(days, from, to, holidays, since, until, schedules, other);
    }

    public boolean isAlways() {
        return equals(ALWAYS);
    }

    /** Whether the clock or the calendar matter, and not only schedules. */
    public boolean askTheClock() {
        return !days.isEmpty()
                || from != null
                || to != null
                || holidays != HolidayUse.IGNORED
                || since != null
                || until != null;
    }

    /**
     * Whether it holds at the instant of a request.
     *
     * @throws UnknownFactException when the facts do not tell what is asked
     */
    public boolean fit(AccessFacts facts) {
        return (!askTheClock() || fitClock(facts))
                && fit(Objects.requireNonNullElse(facts.schedules(), List.of()))
                && state.fit(facts);
    }

    private boolean fitClock(AccessFacts facts) {
        ClockFact clock = facts.clock();
        if (clock == null) {
            throw new UnknownFactException("what time it is at the door");
        }
        return fit(clock.read(facts.at()), clock.holiday(), clock.holidayBefore());
    }

    /**
     * Whether one of its schedules is open, if it has any; whatever the clock says.
     *
     * @throws UnknownFactException when one of them is not known
     */
    public boolean fit(List<ScheduleFact> known) {
        return schedules.isEmpty() || schedules.stream().anyMatch(schedule -> isOpen(schedule, known));
    }

    private static boolean isOpen(String schedule, List<ScheduleFact> known) {
        return known.stream()
                .filter(fact -> fact.schedule().equals(schedule))
                .findFirst()
                .orElseThrow(() -> new UnknownFactException("whether the schedule \"" + schedule + "\" is open"))
                .open();
    }

    /** Whether the hours go on after midnight. */
    public boolean isAcrossMidnight() {
        return from != null && to != null && !from.isBefore(to);
    }

    /**
     * Whether it holds at this moment, whatever the schedules say.
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
