package dev.lintel.routes.rest;

import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.edit.ScheduleDraft;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a schedule is to be; the fields are those of {@link ScheduleView}. */
record ScheduleWish(
        @Schema(example = "Office hours") @Nullable String name,
        @Nullable String description,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-01-05T09:00") @Nullable
        String start,

        @Schema(example = "2026-01-05T19:00") @Nullable String end,
        @Nullable Boolean allDay,

        @Schema(example = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR") @Nullable
        String rrule,

        @Schema(example = "Europe/London") @Nullable String timeZone,

        @Schema(allowableValues = {"ignored", "excluded", "only"}) @Nullable
        String holidays,

        @Schema(description = "For an edit: the version that was read.") @Nullable
        Long version) {
    private static final int DATE_LENGTH = 10;

    ScheduleDraft draft() {
        boolean wholeDays = Boolean.TRUE.equals(allDay);
        HolidayUse use = Words.choice("holidays", HolidayUse.class, holidays);
        LocalDateTime from = time("start", Words.required("start", start));
        return new ScheduleDraft(
                Objects.requireNonNullElse(name, ""),
                Objects.requireNonNullElse(description, ""),
                from,
                end == null && wholeDays ? from : time("end", Words.required("end", end)),
                wholeDays,
                rrule,
                zone(),
                use == null ? HolidayUse.IGNORED : use);
    }

    long editedVersion() {
        if (version == null) {
            throw new RefusedException("version", "is missing");
        }
        return version;
    }

    private @Nullable ZoneId zone() {
        try {
            return timeZone == null ? null : ZoneId.of(timeZone);
        } catch (DateTimeException unknown) {
            throw new RefusedException("timeZone", Quoted.of(timeZone) + " is no time zone such as Europe/London");
        }
    }

    private static LocalDateTime time(String field, String text) {
        try {
            return text.length() == DATE_LENGTH ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
        } catch (DateTimeException wrong) {
            throw new RefusedException(
                    field, Quoted.of(text) + " is no local time such as 2026-01-05T09:00, nor a date");
        }
    }
}
