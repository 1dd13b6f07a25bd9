package dev.lintel.domain.schedule.repetition;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Days that can be counted within a month. Holidays play no part in it. */
public enum DayKind {
    MONDAY(DayOfWeek.MONDAY),
    TUESDAY(DayOfWeek.TUESDAY),
    WEDNESDAY(DayOfWeek.WEDNESDAY),
    THURSDAY(DayOfWeek.THURSDAY),
    FRIDAY(DayOfWeek.FRIDAY),
    SATURDAY(DayOfWeek.SATURDAY),
    SUNDAY(DayOfWeek.SUNDAY),
    /** From Monday to Friday. */
    WORKING_DAY(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
    /** Saturday or Sunday. */
    DAY_OFF(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final List<DayOfWeek> days;

    DayKind(DayOfWeek... days) {
        this.days = List.of(days);
    }

    /** Ascending. */
    public List<DayOfWeek> days() {
        return days;
    }

    static Optional<DayKind> of(List<DayOfWeek> days) {
        return Arrays.stream(values()).filter(kind -> kind.days.equals(days)).findFirst();
    }
}
