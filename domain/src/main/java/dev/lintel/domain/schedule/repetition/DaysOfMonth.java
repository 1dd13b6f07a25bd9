package dev.lintel.domain.schedule.repetition;

import java.time.LocalDate;
import java.util.List;

/** Which days of a month are meant. */
public sealed interface DaysOfMonth {
    /** Stands among dates for the last day of the month. */
    int LAST_DAY = -1;

    boolean fit(LocalDate day);

    /**
     * Days by their number; a month that is too short has fewer.
     *
     * @param dates from 1 to 31, or {@link #LAST_DAY}, in that order, at least one
     */
    record Dates(List<Integer> dates) implements DaysOfMonth {
        private static final int LONGEST_MONTH = 31;

        public Dates {
            dates = dates.stream()
                    .distinct()
                    .sorted((one, other) -> Integer.compare(order(one), order(other)))
                    .toList();
            if (dates.isEmpty() || dates.stream().anyMatch(date -> order(date) < 1 || date > LONGEST_MONTH)) {
                throw new IllegalArgumentException("no days of a month: " + dates);
            }
        }

        private static int order(int date) {
            return date == LAST_DAY ? LONGEST_MONTH + 1 : date;
        }

        @Override
        public boolean fit(LocalDate day) {
            return dates.contains(day.getDayOfMonth())
                    || dates.contains(LAST_DAY) && day.getDayOfMonth() == day.lengthOfMonth();
        }
    }

    /** One day by its place among those of its kind; a month that has no fifth is left out. */
    record Nth(Position position, DayKind kind) implements DaysOfMonth {
        @Override
        public boolean fit(LocalDate day) {
            List<LocalDate> all = day.withDayOfMonth(1)
                    .datesUntil(day.withDayOfMonth(1).plusMonths(1))
                    .filter(one -> kind.days().contains(one.getDayOfWeek()))
                    .toList();
            int place = position == Position.LAST ? all.size() : position.number();
            return place <= all.size() && all.get(place - 1).equals(day);
        }
    }
}
