package dev.lintel.routes.rest;

import dev.lintel.domain.identifier.IdentifierChangedException;
import dev.lintel.domain.identifier.IdentifierRefusedException;
import dev.lintel.domain.identifier.NoSuchIdentifierException;
import dev.lintel.domain.user.photo.PhotoRefusedException;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with wishes about identifiers, in the form of {@link Problems}. */
@RestControllerAdvice(basePackageClasses = IdentifierProblems.class)
class IdentifierProblems {
    private final InstantSource clock;

    IdentifierProblems(InstantSource clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    ProblemDetail none(NoSuchIdentifierException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(IdentifierRefusedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
        problem.setProperty(
                "errors",
                e.problems().stream()
                        .map(wrong -> new Refusal(WireName.of(wrong.field()), wrong.text()))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail photoRefused(PhotoRefusedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, WireName.of(e.reason()));
        problem.setProperty("errors", List.of(new Refusal("photo", WireName.of(e.reason()))));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail changed(IdentifierChangedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        problem.setProperty("current", IdentifierView.of(e.theirs(), false, clock.instant()));
        return problem;
    }
}
