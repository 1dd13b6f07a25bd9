package dev.lintel.routes.rest;

import dev.lintel.domain.access.matrix.DoorSpan;
import dev.lintel.domain.access.matrix.DoorWeek;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The week of a door for somebody as the API shows it. */
@Schema(name = "DoorWeek")
record DoorWeekView(
        long project,

        @Schema(description = "Id of the owner.") String user,

        String owner,

        @Schema(description = "Ids of the identifiers that are asked about.")
        List<String> identifiers,

        @Schema(description = "Id of the device.") String device,

        String door,

        @Schema(description = "As asked; null when the device would not say.") @Nullable
        String accessPoint,

        @Schema(description = "As asked; null is whatever may be opened.") @Nullable
        Integer lock,

        @Schema(description = "Of the project: days begin and end by it.")
        String timeZone,

        @Schema(description = "Seven of them, each as long as it is: 23 or 25 hours when clocks are changed.")
        List<Day> days,

        @Schema(description = "From the beginning of the first day on, without gap or overlap; neighbours differ.")
        List<Span> spans,

        @Schema(
                description =
                        "How far the spans reach: to the end of the last day, or less where the answer changes too"
                                + " often to follow it.")
        Instant workedOutUntil) {
    /** A day on the wall. */
    @Schema(name = "DoorDay")
    record Day(
            LocalDate date,
            Instant start,

            @Schema(description = "Start of the next.") Instant end) {}

    /** A time for which the door answers the same. */
    @Schema(name = "DoorSpan")
    record Span(
            Instant from,

            @Schema(description = "The first instant after it.")
            Instant until,

            boolean opens,

            @Schema(
                    description = "The reason of the decision, such as `granted` or `outside-schedule`; of several"
                            + " identifiers, where none opens, that of the one which came furthest.")
            String reason,

            @Schema(description = "Numbers of the locks that open.")
            List<Integer> locks,

            @Schema(description = "The restrictions that open it; empty for those who may not see restrictions.")
            List<Restriction> restrictions,

            @Schema(description = "Ids of the identifiers to which it opens.")
            List<String> identifiers) {
        static Span of(DoorWeek week, DoorSpan span) {
            return new Span(
                    span.from(),
                    span.until(),
                    span.opens(),
                    WireName.of(span.reason()),
                    span.locks(),
                    week.opening(span).stream()
                            .map(one -> new Restriction(one.id(), one.name()))
                            .toList(),
                    span.identifiers());
        }
    }

    /** A restriction by its name. */
    @Schema(name = "DoorRestriction")
    record Restriction(String id, String name) {}

    static DoorWeekView of(DoorWeek week) {
        var asked = week.asked();
        return new DoorWeekView(
                asked.project(),
                asked.user(),
                week.owner(),
                week.carried().stream().map(DoorWeek.Carried::id).toList(),
                asked.device(),
                week.door().name(),
                asked.accessPoint(),
                asked.lock(),
                week.zone().getId(),
                week.days().stream()
                        .map(day -> new Day(day.date(), day.start(), day.end()))
                        .toList(),
                week.spans().stream().map(span -> Span.of(week, span)).toList(),
                week.workedOutUntil());
    }
}
