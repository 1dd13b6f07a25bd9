package dev.lintel.routes.rest;

import dev.lintel.domain.mail.MailRefusedException;
import dev.lintel.domain.mail.MailRefusedException.Reason;
import dev.lintel.domain.mail.NoSuchProjectException;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with settings, texts and addresses of mail, as problems like all others. */
@RestControllerAdvice(basePackageClasses = MailProblems.class)
class MailProblems {
    @ExceptionHandler
    ProblemDetail refused(MailRefusedException e) {
        boolean tooLate = e.problems().stream().anyMatch(problem -> problem.reason() == Reason.CHANGED_MEANWHILE);
        List<Refusal> errors = refusals(e.problems());
        String detail = errors.stream()
                .map(error -> error.field() + ": " + error.reason())
                .collect(Collectors.joining("; "));
        return Problems.problem(tooLate ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST, detail, errors);
    }

    @ExceptionHandler
    ProblemDetail noSuchProject(NoSuchProjectException e) {
        String detail = "there is no project " + Quoted.of(Long.toString(e.project()));
        return Problems.problem(HttpStatus.NOT_FOUND, detail, List.of());
    }

    static List<Refusal> refusals(List<MailRefusedException.Problem> problems) {
        return problems.stream()
                .map(problem -> new Refusal(problem.field(), reason(problem)))
                .toList();
    }

    private static String reason(MailRefusedException.Problem problem) {
        String code = WireName.of(problem.reason());
        return problem.given().isEmpty() ? code : code + ": " + Quoted.of(problem.given());
    }
}
