package dev.lintel.routes.rest;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.schedule.holiday.CalendarDraft;
import dev.lintel.domain.schedule.holiday.HolidayCalendars;
import dev.lintel.domain.schedule.holiday.HolidaySubscriptions;
import dev.lintel.domain.schedule.ics.HolidayFile;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The holiday calendars of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/holiday-calendars")
@Tag(
        name = "Holidays",
        description =
                "Calendars of holidays, which schedules leave out or wait for. All calendars of a project count together.")
class HolidayCalendarsController {
    /** What a calendar is to be. */
    record Wish(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Bank holidays") @Nullable
            String name,

            @Schema(description = "Passed over when it is subscribed.") @Nullable
            List<HolidayView> holidays,

            @Schema(description = "Where it is subscribed from; missing when it is kept by hand.") @Nullable
            String url,

            @Schema(description = "For an edit: the version that was read.") @Nullable
            Long version) {
        CalendarDraft draft() {
            return new CalendarDraft(
                    Words.required("name", name),
                    holidays == null
                            ? List.of()
                            : holidays.stream().map(HolidayView::holiday).toList(),
                    url);
        }

        long editedVersion() {
            if (version == null) {
                throw new RefusedException("version", "is missing");
            }
            return version;
        }
    }

    /** What came of a file. */
    record Loaded(
            @Schema(description = "How many holidays the calendar has now.")
            int holidays,

            List<RefusedEvent> refused) {
        /** An event that is no holiday. */
        record RefusedEvent(
                String event,

                @Schema(allowableValues = {"no-start", "has-times", "wrong-length", "wrong-rule", "more-dates"})
                String reason) {}

        static Loaded of(HolidayFile file) {
            return new Loaded(
                    file.holidays().size(),
                    file.refused().stream()
                            .map(refused -> new RefusedEvent(refused.event(), WireName.of(refused.why())))
                            .toList());
        }
    }

    private final HolidayCalendars calendars;
    private final HolidaySubscriptions subscriptions;

    HolidayCalendarsController(HolidayCalendars calendars, HolidaySubscriptions subscriptions) {
        this.calendars = calendars;
        this.subscriptions = subscriptions;
    }

    @GetMapping
    @Operation(summary = "List the holiday calendars", description = "Permission `schedule.view`.")
    List<HolidayCalendarView> list(Actor actor, @PathVariable long project) {
        return calendars.list(actor, project).stream()
                .map(HolidayCalendarView::of)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One holiday calendar", description = "Permission `schedule.view`.")
    HolidayCalendarView get(Actor actor, @PathVariable long project, @PathVariable String id) {
        return HolidayCalendarView.of(calendars
                .get(actor, project, id)
                .orElseThrow(() -> new Problems.NotFoundException("holiday calendar", id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a holiday calendar", description = """
                    By hand, or with the address of an iCalendar file: that is got the first time within minutes, or by \
                    `refresh`, and then each day. Permission `schedule.create`.""")
    HolidayCalendarView create(Actor actor, @PathVariable long project, @RequestBody Wish wish) {
        return HolidayCalendarView.of(calendars.create(actor, project, wish.draft()));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a holiday calendar", description = """
                    All of it is replaced, and holds at once at every door. Permission `schedule.edit`. 409 when somebody \
                    has changed it since the version given.""")
    HolidayCalendarView edit(Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody Wish wish) {
        return HolidayCalendarView.of(calendars.edit(actor, project, id, wish.editedVersion(), wish.draft()));
    }

    @PostMapping("/{id}/import")
    @Operation(
            summary = "Take holidays from an iCalendar file",
            description =
                    "The holidays of the calendar are replaced by the events of whole days in the body, at most 1 MiB."
                            + " Permission `schedule.edit`.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string"))))
    Loaded load(
            Actor actor,
            @PathVariable long project,
            @PathVariable String id,
            @Parameter(hidden = true) InputStream file)
            throws IOException {
        return Loaded.of(calendars.load(actor, project, id, file.readNBytes(HolidayFile.MOST_BYTES + 1)));
    }

    @PostMapping("/{id}/refresh")
    @Operation(summary = "Refresh a subscribed calendar now", description = """
                    What cannot be had or understood changes nothing but `problem`. Permission `schedule.edit`.""")
    HolidayCalendarView refresh(Actor actor, @PathVariable long project, @PathVariable String id) {
        return HolidayCalendarView.of(subscriptions.refresh(actor, project, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a holiday calendar",
            description = "Its holidays are days like others then. Permission `schedule.delete`.")
    void delete(Actor actor, @PathVariable long project, @PathVariable String id) {
        calendars.delete(actor, project, id);
    }
}
