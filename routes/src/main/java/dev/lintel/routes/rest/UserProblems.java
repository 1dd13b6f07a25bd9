package dev.lintel.routes.rest;

import dev.lintel.domain.user.marker.MarkerRefusedException;
import dev.lintel.domain.user.people.NoSuchUserException;
import dev.lintel.domain.user.people.UserChangedException;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with wishes about users and markers, in the form of {@link Problems}. */
@RestControllerAdvice(basePackageClasses = UserProblems.class)
class UserProblems {
    @ExceptionHandler
    ProblemDetail nobody(NoSuchUserException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(UserRefusedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
        problem.setProperty(
                "errors",
                e.problems().stream()
                        .map(wrong -> new Refusal(WireName.of(wrong.field()), wrong.text()))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail changed(UserChangedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        problem.setProperty("current", PersonView.of(e.theirs()));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail markerRefused(MarkerRefusedException e) {
        if (e.reason() == MarkerRefusedException.Reason.UNKNOWN) {
            return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "there is no such marker or project");
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, WireName.of(e.reason()));
        String field = e.reason() == MarkerRefusedException.Reason.COLOUR_MALFORMED ? "colour" : "name";
        problem.setProperty("errors", List.of(new Refusal(field, WireName.of(e.reason()))));
        return problem;
    }
}
