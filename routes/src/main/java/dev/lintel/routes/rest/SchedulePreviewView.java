package dev.lintel.routes.rest;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.SchedulePreview;
import dev.lintel.domain.schedule.SchedulePreview.Day;
import dev.lintel.domain.schedule.SchedulePreview.Upcoming;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a schedule is open, as the API shows it; all times by its clock on the wall. */
record SchedulePreviewView(
        @Schema(example = "every Monday, 09:00–19:00, until 1 March 2027")
        String sentence,

        @Schema(description = "What comes next, at most twenty.")
        List<Next> next,

        @Schema(description = "Days of the year on which it is open at some time, and holidays.")
        List<OpenDay> days) {
    /** An occurrence of the pattern. */
    record Next(
            String start,
            String end,

            @Schema(description = "What is left of it after holidays; empty when nothing is.")
            List<Span> open,

            @Schema(description = "Name of the first holiday on its days.") @Nullable
            String holiday) {}

    /** A time without a break. */
    record Span(String from, String until) {}

    /** A day of the year. */
    record OpenDay(
            String date,

            @Schema(description = "How long it is open on that day, 0 to 1440.")
            int minutes,

            @Nullable String holiday) {}

    static SchedulePreviewView of(String sentence, SchedulePreview preview) {
        return new SchedulePreviewView(
                sentence,
                preview.next().stream().map(SchedulePreviewView::next).toList(),
                preview.days().stream().map(SchedulePreviewView::day).toList());
    }

    private static Next next(Upcoming upcoming) {
        return new Next(
                upcoming.start().toString(),
                upcoming.end().toString(),
                upcoming.open().stream()
                        .map(span ->
                                new Span(span.from().toString(), span.until().toString()))
                        .toList(),
                name(upcoming.holiday()));
    }

    private static OpenDay day(Day day) {
        return new OpenDay(day.date().toString(), day.minutes(), name(day.holiday()));
    }

    private static @Nullable String name(@Nullable Holiday holiday) {
        return holiday == null ? null : holiday.name();
    }
}
