package dev.lintel.routes.rest;

import dev.lintel.domain.device.DeviceTagsRefusedException;
import dev.lintel.domain.guestpass.GuestPassChangedException;
import dev.lintel.domain.guestpass.NoSuchGuestPassException;
import dev.lintel.domain.identifier.IdentifierChangedException;
import dev.lintel.domain.identifier.NoSuchIdentifierException;
import dev.lintel.domain.mail.NoSuchProjectException;
import dev.lintel.domain.restriction.NoSuchRestrictionException;
import dev.lintel.domain.restriction.RestrictionChangedException;
import dev.lintel.domain.review.NoSuchReviewException;
import dev.lintel.domain.rulebook.NoSuchRulebookException;
import dev.lintel.domain.schedule.edit.NoSuchScheduleException;
import dev.lintel.domain.schedule.edit.ScheduleChangedException;
import dev.lintel.domain.schedule.edit.ScheduleInUseException;
import dev.lintel.domain.schedule.holiday.CalendarChangedException;
import dev.lintel.domain.schedule.holiday.NoSuchCalendarException;
import dev.lintel.domain.schedule.ics.CalendarFileException;
import dev.lintel.domain.user.marker.MarkerRefusedException;
import dev.lintel.domain.user.people.NoSuchUserException;
import dev.lintel.domain.user.people.UserChangedException;
import dev.lintel.domain.user.photo.PhotoRefusedException;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import dev.lintel.domain.wire.WishRefusedException;
import dev.lintel.routes.wire.Refusal;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with wishes about records, in the form of {@link Problems}, whatever the feature. */
@RestControllerAdvice(basePackageClasses = WishProblems.class)
class WishProblems {
    private final InstantSource clock;

    WishProblems(InstantSource clock) {
        this.clock = clock;
    }

    static List<Refusal> refusals(List<? extends FieldProblem> problems) {
        return problems.stream()
                .map(wrong -> new Refusal(wrong.fieldName(), wrong.text()))
                .toList();
    }

    @ExceptionHandler
    ProblemDetail refused(WishRefusedException e) {
        return Problems.problem(
                e.isTooLate() ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST, e.getMessage(), refusals(e.problems()));
    }

    @ExceptionHandler({
        NoSuchUserException.class,
        NoSuchScheduleException.class,
        NoSuchCalendarException.class,
        NoSuchRestrictionException.class,
        NoSuchIdentifierException.class,
        NoSuchGuestPassException.class,
        NoSuchRulebookException.class,
        NoSuchReviewException.class
    })
    ProblemDetail none(RuntimeException e) {
        return Problems.problem(HttpStatus.NOT_FOUND, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ProblemDetail noProject(NoSuchProjectException e) {
        String detail = "there is no project " + Quoted.of(Long.toString(e.project()));
        return Problems.problem(HttpStatus.NOT_FOUND, detail, List.of());
    }

    @ExceptionHandler
    ProblemDetail changed(UserChangedException e) {
        return conflict(e, "current", PersonView.of(e.theirs()));
    }

    @ExceptionHandler
    ProblemDetail changed(ScheduleChangedException e) {
        return conflict(e, "current", ScheduleView.of(e.theirs()));
    }

    @ExceptionHandler
    ProblemDetail changed(RestrictionChangedException e) {
        return conflict(e, "current", RestrictionView.of(e.theirs()));
    }

    @ExceptionHandler
    ProblemDetail changed(IdentifierChangedException e) {
        return conflict(e, "current", IdentifierView.of(e.theirs(), false, clock.instant()));
    }

    @ExceptionHandler
    ProblemDetail changed(GuestPassChangedException e) {
        return conflict(e, "current", GuestPassView.of(e.theirs(), false, clock.instant()));
    }

    @ExceptionHandler
    ProblemDetail changed(CalendarChangedException e) {
        return Problems.problem(HttpStatus.CONFLICT, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ProblemDetail inUse(ScheduleInUseException e) {
        ProblemDetail problem = conflict(e, "restrictions", e.uses());
        problem.setProperty("policies", e.policies());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(CalendarFileException e) {
        HttpStatus status = e.reason() == CalendarFileException.Reason.TOO_LARGE
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.UNPROCESSABLE_CONTENT;
        return Problems.problem(status, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ProblemDetail tagsRefused(DeviceTagsRefusedException e) {
        return wrong("tags", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail photoRefused(PhotoRefusedException e) {
        return wrong("photo", WireName.of(e.reason()));
    }

    @ExceptionHandler
    ProblemDetail markerRefused(MarkerRefusedException e) {
        return switch (e.reason()) {
            case UNKNOWN -> Problems.problem(HttpStatus.NOT_FOUND, "there is no such marker or project", List.of());
            case NAMED_BY_POLICY ->
                Problems.problem(
                        HttpStatus.CONFLICT,
                        "the marker is named by the policies " + Quoted.of(e.value()) + "; take it out of them first",
                        List.of());
            case COLOUR_MALFORMED -> wrong("colour", WireName.of(e.reason()));
            case NAME_MISSING, NAME_TOO_LONG, NAME_TAKEN -> wrong("name", WireName.of(e.reason()));
        };
    }

    private static ProblemDetail wrong(String field, String why) {
        return Problems.problem(HttpStatus.BAD_REQUEST, why, List.of(new Refusal(field, why)));
    }

    private static ProblemDetail conflict(RuntimeException e, String property, Object value) {
        ProblemDetail problem = Problems.problem(HttpStatus.CONFLICT, e.getMessage(), List.of());
        problem.setProperty(property, value);
        return problem;
    }
}
