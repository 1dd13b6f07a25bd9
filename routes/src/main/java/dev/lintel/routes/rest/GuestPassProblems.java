package dev.lintel.routes.rest;

import dev.lintel.domain.guestpass.GuestPassChangedException;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.guestpass.NoSuchGuestPassException;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with wishes about guest passes, in the form of {@link Problems}. */
@RestControllerAdvice(basePackageClasses = GuestPassProblems.class)
class GuestPassProblems {
    private final InstantSource clock;

    GuestPassProblems(InstantSource clock) {
        this.clock = clock;
    }

    @ExceptionHandler
    ProblemDetail none(NoSuchGuestPassException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(GuestPassRefusedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
        problem.setProperty(
                "errors",
                e.problems().stream()
                        .map(wrong -> new Refusal(WireName.of(wrong.field()), wrong.text()))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail changed(GuestPassChangedException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
        problem.setProperty("current", GuestPassView.of(e.theirs(), false, clock.instant()));
        return problem;
    }
}
