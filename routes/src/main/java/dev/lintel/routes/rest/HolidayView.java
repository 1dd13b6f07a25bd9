package dev.lintel.routes.rest;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A holiday as the API shows and takes it. */
record HolidayView(
        @Schema(example = "Christmas") @Nullable String name,
        @Schema(example = "2026-12-25") @Nullable String first,

        @Schema(description = "The last day; the first when missing.", example = "2026-12-26") @Nullable
        String last,

        @Schema(description = "Whether it comes again each year.") @Nullable
        Boolean yearly) {
    static HolidayView of(Holiday holiday) {
        return new HolidayView(
                holiday.name(), holiday.first().toString(), holiday.last().toString(), holiday.yearly());
    }

    Holiday holiday() {
        LocalDate from = date("first", Words.required("first", first));
        LocalDate to = last == null ? from : date("last", last);
        if (to.isBefore(from) || !to.isBefore(from.plusDays(Holiday.MOST_DAYS))) {
            throw new RefusedException(
                    "last", Quoted.of(to.toString()) + " is not within " + Holiday.MOST_DAYS + " days from " + from);
        }
        return new Holiday(Words.required("name", name).strip(), from, to, Boolean.TRUE.equals(yearly));
    }

    private static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException wrong) {
            throw new RefusedException(field, Quoted.of(text) + " is no date such as 2026-12-25");
        }
    }
}
