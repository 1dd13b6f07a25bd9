package dev.lintel.domain.access.matrix;

import dev.lintel.domain.access.OwnerType;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * When a door opens to somebody in seven days, by the records and rules of the moment at which it was asked for.
 *
 * @param owner name of the user
 * @param door name of the device, with the directions that restrictions tell from each other at it
 * @param carried the identifiers that are asked about, in the order of their ids
 * @param first the first day, by the clock of the project
 * @param zone of the project
 * @param spans from the beginning of the first day on, without gap or overlap
 * @param restrictions names of the restrictions in the spans, by their ids; none for those who may not see restrictions
 */
public record DoorWeek(
        DoorWeekQuery asked,
        String owner,
        AccessMatrix.Door door,
        List<Carried> carried,
        LocalDate first,
        ZoneId zone,
        List<DoorSpan> spans,
        Map<String, String> restrictions) {
    private static final int DAYS = 7;

    public DoorWeek {
        carried = List.copyOf(carried);
        spans = List.copyOf(spans);
        restrictions = Map.copyOf(restrictions);
    }

    /**
     * An identifier that is asked about.
     *
     * @param value as it was entered, or masked where knowing it opens doors
     */
    public record Carried(String id, IdentifierType type, String value, OwnerType ownerType) {}

    /**
     * A day on the wall, which may have 23 or 25 hours.
     *
     * @param start its first instant
     * @param end the first instant of the next
     * @param spans what there is of them on this day
     */
    public record Day(LocalDate date, Instant start, Instant end, List<DoorSpan> spans) {
        public Day {
            spans = List.copyOf(spans);
        }

        public Duration length() {
            return Duration.between(start, end);
        }
    }

    static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    static Instant endOf(LocalDate first, ZoneId zone) {
        return startOf(first.plusDays(DAYS), zone);
    }

    public Instant start() {
        return startOf(first, zone);
    }

    /** The first instant after it. */
    public Instant end() {
        return endOf(first, zone);
    }

    /** How far it could be worked out: before {@link #end} only where the answer changes too often to follow it. */
    public Instant workedOutUntil() {
        return spans.isEmpty() ? start() : spans.getLast().until();
    }

    /** Day by day; what goes on over midnight is in both. */
    public List<Day> days() {
        return IntStream.range(0, DAYS).mapToObj(first::plusDays).map(this::day).toList();
    }

    private Day day(LocalDate date) {
        Instant start = startOf(date, zone);
        Instant end = startOf(date.plusDays(1), zone);
        List<DoorSpan> here = spans.stream()
                .filter(span -> span.from().isBefore(end) && span.until().isAfter(start))
                .map(span -> span.during(
                        span.from().isBefore(start) ? start : span.from(),
                        span.until().isAfter(end) ? end : span.until()))
                .toList();
        return new Day(date, start, end, here);
    }

    /** The restrictions that open it in a span, by their names. */
    public List<MatrixWay.Named> opening(DoorSpan span) {
        return span.restrictions().stream()
                .map(id -> new MatrixWay.Named(id, restrictions.getOrDefault(id, id)))
                .sorted(Comparator.comparing(MatrixWay.Named::name).thenComparing(MatrixWay.Named::id))
                .toList();
    }
}
