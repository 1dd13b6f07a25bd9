package dev.lintel.routes.rest;

import dev.lintel.domain.listing.Page;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.schedule.SchedulePreview;
import dev.lintel.domain.schedule.ScheduleWording;
import dev.lintel.domain.schedule.edit.ScheduleList;
import dev.lintel.domain.schedule.edit.Schedules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The schedules of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/schedules")
@Tag(name = "Schedules", description = "When restrictions open: RFC 5545 recurrence by the clock on the wall.")
class SchedulesController {
    private final ScheduleList list;
    private final Schedules schedules;
    private final ScheduleWording wording;
    private final InstantSource clock;

    SchedulesController(ScheduleList list, Schedules schedules, ScheduleWording wording, InstantSource clock) {
        this.list = list;
        this.schedules = schedules;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping
    @ListParameters
    @Operation(
            summary = "Find schedules",
            description =
                    "Fields: `name`, `description`, `from`, `until`, `holidays`, `id`. Permission `schedule.view`.")
    Page<ScheduleView> find(Actor actor, @PathVariable long project, ListRequest request) {
        return request.and("project", "project:is:", project).page(actor, list).map(ScheduleView::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One schedule", description = "Permission `schedule.view`.")
    ScheduleView get(Actor actor, @PathVariable long project, @PathVariable String id) {
        return ScheduleView.of(
                schedules.get(actor, project, id).orElseThrow(() -> new Problems.NotFoundException("schedule", id)));
    }

    @GetMapping(value = "/{id}/calendar", produces = "text/calendar")
    @Operation(summary = "One schedule as an iCalendar file", description = """
                    Calendars know no holidays, so what these do is worked out for five years. Permission \
                    `schedule.view`.""")
    ResponseEntity<String> calendar(Actor actor, @PathVariable long project, @PathVariable String id) {
        String file =
                schedules.file(actor, project, id).orElseThrow(() -> new Problems.NotFoundException("schedule", id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"schedule.ics\"")
                .body(file);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a schedule", description = "Permission `schedule.create`.")
    ScheduleView create(Actor actor, @PathVariable long project, @RequestBody ScheduleWish wish) {
        return ScheduleView.of(schedules.create(actor, project, wish.draft()));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a schedule", description = """
                    All of it is replaced, and holds at once at every door. Permission `schedule.edit`. 409 when somebody \
                    has changed it since the version given.""")
    ScheduleView edit(
            Actor actor, @PathVariable long project, @PathVariable String id, @RequestBody ScheduleWish wish) {
        return ScheduleView.of(schedules.edit(actor, project, id, wish.editedVersion(), wish.draft()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a schedule", description = """
                    409 while restrictions are limited by it: without it they would be open at all times. Permission \
                    `schedule.delete`.""")
    void delete(Actor actor, @PathVariable long project, @PathVariable String id) {
        schedules.delete(actor, project, id);
    }

    @PostMapping("/preview")
    @Operation(summary = "Try a schedule out", description = """
                    When a schedule that is not stored would be open: in one sentence, in the language that the request \
                    accepts; what comes next; and the open days of a year. Its name may be missing. Permission `schedule.view`.""")
    SchedulePreviewView preview(
            Actor actor,
            @PathVariable long project,
            @RequestBody ScheduleWish wish,
            @Parameter(description = "From 1900 to 2999; this year when missing.")
                    @RequestParam(required = false)
                    @Nullable
                    Integer year,
            @Parameter(hidden = true) Locale locale) {
        int shown = year == null ? clock.instant().atZone(ZoneOffset.UTC).getYear() : year;
        SchedulePreview preview =
                schedules.preview(actor, project, wish.draft(), Words.within("year", shown, 1900, 2999));
        return SchedulePreviewView.of(wording.sentence(preview.schedule(), locale), preview);
    }
}
