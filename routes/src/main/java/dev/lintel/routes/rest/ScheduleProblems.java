package dev.lintel.routes.rest;

import dev.lintel.domain.schedule.edit.NoSuchScheduleException;
import dev.lintel.domain.schedule.edit.ScheduleChangedException;
import dev.lintel.domain.schedule.edit.ScheduleInUseException;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException;
import dev.lintel.domain.schedule.holiday.CalendarChangedException;
import dev.lintel.domain.schedule.holiday.NoSuchCalendarException;
import dev.lintel.domain.schedule.ics.CalendarFileException;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with wishes about schedules and holidays, in the form of {@link Problems}. */
@RestControllerAdvice(basePackageClasses = ScheduleProblems.class)
class ScheduleProblems {
    @ExceptionHandler
    ProblemDetail nothing(NoSuchScheduleException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail nothing(NoSuchCalendarException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail changed(CalendarChangedException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(CalendarFileException e) {
        HttpStatus status = e.reason() == CalendarFileException.Reason.TOO_LARGE
                ? HttpStatus.CONTENT_TOO_LARGE
                : HttpStatus.UNPROCESSABLE_CONTENT;
        return ProblemDetail.forStatusAndDetail(status, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(ScheduleRefusedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
        problem.setProperty(
                "errors",
                e.problems().stream()
                        .map(wrong -> new Refusal(WireName.of(wrong.field()), wrong.text()))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail changed(ScheduleChangedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        problem.setProperty("current", ScheduleView.of(e.theirs()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail inUse(ScheduleInUseException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        problem.setProperty("restrictions", e.uses());
        return problem;
    }
}
