package dev.lintel.domain.schedule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The holidays of a project, of all its calendars together. */
public final class Holidays {
    public static final Holidays NONE = new Holidays(List.of());

    private final List<Holiday> all;
    private final Map<Integer, Map<LocalDate, Holiday>> years = new ConcurrentHashMap<>();

    private Holidays(List<Holiday> all) {
        this.all = all;
    }

    public static Holidays of(Collection<HolidayCalendar> calendars) {
        return new Holidays(calendars.stream()
                .flatMap(calendar -> calendar.holidays().stream())
                .toList());
    }

    /** What this day is; the first of the holidays on it, when there are several. */
    public Optional<Holiday> on(LocalDate day) {
        return Optional.ofNullable(year(day).get(day));
    }

    boolean contains(LocalDate day) {
        return year(day).containsKey(day);
    }

    private Map<LocalDate, Holiday> year(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), this::learn);
    }

    private Map<LocalDate, Holiday> learn(int year) {
        Map<LocalDate, Holiday> days = new HashMap<>();
        all.forEach(holiday -> holiday.daysIn(year).forEach(day -> days.putIfAbsent(day, holiday)));
        return days;
    }
}
