package dev.lintel.domain.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers when a schedule is open. It is open at an instant exactly when the clock on the wall of its zone shows a time in
 * {@code [start, end)} of an occurrence: a time that is missing in spring never opens, a doubled hour is open both times.
 *
 * <p>Safe for use by several threads, and cheap to ask. Every occurrence lasts as long as the first by the clock on the
 * wall; occurrences that overlap or touch are one. Nothing starts later than 400 years after the first.
 */
public final class Occurrences {
    /** No zone ever moved its clocks by more, not even across the date line. */
    private static final long FURTHEST_CLOCK_CHANGE = Duration.ofDays(1).toSeconds();
    /** Clock changes and edges that are looked at for a change of state; two clock changes a year, nine years far. */
    private static final int STEPS = 200;
    /** A pattern that meets no holiday is not looked through to its end. */
    private static final long FAR = Duration.ofDays(9 * 366).toSeconds();

    private final Recurrence rule;
    private final OpenTimes times;
    private final ZoneRules zone;
    private volatile Span latest = new Span(0, 0, false);

    /** Seconds since 1970 in which nothing changes; the end is exclusive, {@link OpenTimes#NEVER} when it has none. */
    private record Span(long from, long until, boolean open) {
        boolean contains(long second) {
            return second >= from && second < until;
        }
    }

    private Occurrences(Recurrence rule, OpenTimes times, ZoneId zone) {
        this.rule = rule;
        this.times = times;
        this.zone = zone.getRules();
    }

    /**
     * @param siteZone zone of the clock when the schedule has none of its own
     * @param holidays those of the project
     * @throws InvalidRecurrenceException if the rule or the times cannot be evaluated, saying why
     */
    public static Occurrences of(Schedule schedule, ZoneId siteZone, Holidays holidays) {
        LocalDateTime start = schedule.start();
        LocalDateTime end = schedule.end();
        if (schedule.allDay()) {
            start = start.toLocalDate().atStartOfDay();
            end = end.toLocalDate().plusDays(1).atStartOfDay();
        }
        check(start, end);
        Recurrence rule = Recurrence.of(start, schedule.rrule());
        if (schedule.allDay() && rule.choosesTimes()) {
            throw new InvalidRecurrenceException(RuleFault.Kind.TIMES_OF_WHOLE_DAYS);
        }
        ZoneId zone = schedule.timeZone() == null ? siteZone : schedule.timeZone();
        long length = Duration.between(start, end).toSeconds();
        return new Occurrences(rule, new OpenTimes(rule, length, schedule.holidays(), holidays), zone);
    }

    /** As {@link #of(Schedule, ZoneId, Holidays)}, where there are no holidays. */
    public static Occurrences of(Schedule schedule, ZoneId siteZone) {
        return of(schedule, siteZone, Holidays.NONE);
    }

    /** Whether it is open at this instant. */
    public boolean isOpen(Instant at) {
        Span span = latest;
        long second = at.getEpochSecond();
        return span.contains(second) ? span.open() : isOpenAt(second);
    }

    /**
     * The next instant, strictly after this one, at which it opens or closes; null if it never does again. When nothing
     * changes within some nine years, an instant that far ahead.
     */
    public @Nullable Instant nextChange(Instant at) {
        Span span = latest;
        long second = at.getEpochSecond();
        if (!span.contains(second)) {
            span = new Span(second, changeAfter(second), isOpenAt(second));
            latest = span;
        }
        return span.until() == OpenTimes.NEVER ? null : Instant.ofEpochSecond(span.until());
    }

    /** The last day on which the pattern is open; null when it has none. */
    public @Nullable LocalDate lastDay() {
        return rule.isEndless()
                ? null
                : rule.lastStart().plus(length()).minusSeconds(1).toLocalDate();
    }

    /** How long each lasts, by the clock on the wall, before holidays take anything away. */
    public Duration length() {
        return times.length();
    }

    /** When it is open within some time, by the clock on the wall, ascending. */
    public List<OpenSpan> open(LocalDateTime from, LocalDateTime until) {
        return times.spans(from, until);
    }

    /** The starts of occurrences by the clock on the wall, ascending, from inclusive, until exclusive. */
    public List<LocalDateTime> starts(LocalDateTime from, LocalDateTime until) {
        return rule.starts(from, until);
    }

    private static void check(LocalDateTime start, LocalDateTime end) {
        if (start.getNano() != 0 || end.getNano() != 0) {
            throw new InvalidRecurrenceException(RuleFault.Kind.FRACTIONS, start, end);
        }
        if (start.getYear() < 1 || end.getYear() > 9999) {
            throw new InvalidRecurrenceException(RuleFault.Kind.YEARS, start, end);
        }
        if (!end.isAfter(start)) {
            throw new InvalidRecurrenceException(RuleFault.Kind.END_BEFORE_START, end, start);
        }
    }

    private boolean isOpenAt(long second) {
        return times.isOpen(second + offset(second));
    }

    private int offset(long second) {
        return zone.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }

    /** Goes from one edge or clock change to the next, since a clock change may skip an edge or bring one back. */
    private long changeAfter(long second) {
        boolean open = isOpenAt(second);
        long here = Math.max(second, times.first() - 2 * FURTHEST_CLOCK_CHANGE);
        long far = here + FAR;
        for (int step = 0; step < STEPS; step++) {
            long local = here + offset(here);
            long edge = times.nextEdge(local);
            if (edge == OpenTimes.NEVER && local >= times.closing() + FURTHEST_CLOCK_CHANGE) {
                return OpenTimes.NEVER;
            }
            long atEdge = edge == OpenTimes.NEVER ? edge : here + (edge - local);
            ZoneOffsetTransition transition = zone.nextTransition(Instant.ofEpochSecond(here));
            here = Math.min(atEdge, transition == null ? OpenTimes.NEVER : transition.toEpochSecond());
            if (here >= far || isOpenAt(here) != open) {
                return here;
            }
        }
        return here;
    }
}
