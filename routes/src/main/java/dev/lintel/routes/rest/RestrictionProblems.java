package dev.lintel.routes.rest;

import dev.lintel.domain.restriction.NoSuchRestrictionException;
import dev.lintel.domain.restriction.RestrictionChangedException;
import dev.lintel.domain.restriction.RestrictionRefusedException;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with wishes about access restrictions, in the form of {@link Problems}. */
@RestControllerAdvice(basePackageClasses = RestrictionProblems.class)
class RestrictionProblems {
    @ExceptionHandler
    ProblemDetail none(NoSuchRestrictionException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(RestrictionRefusedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
        problem.setProperty(
                "errors",
                e.problems().stream()
                        .map(wrong -> new Refusal(WireName.of(wrong.field()), wrong.text()))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail changed(RestrictionChangedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        problem.setProperty("current", RestrictionView.of(e.theirs()));
        return problem;
    }
}
