package dev.lintel.routes.rest;

import dev.lintel.domain.sms.SmsRefusedException;
import dev.lintel.domain.wallet.WalletRefusedException;
import dev.lintel.domain.wallet.WalletRefusedException.Reason;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Refusal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What is wrong with settings of wallets and short messages, in the form of {@link Problems}. */
@RestControllerAdvice(basePackageClasses = WalletProblems.class)
class WalletProblems {
    @ExceptionHandler
    ProblemDetail refused(SmsRefusedException e) {
        HttpStatus status = e.reason() == SmsRefusedException.Reason.CHANGED_MEANWHILE
                ? HttpStatus.CONFLICT
                : HttpStatus.BAD_REQUEST;
        return problem(status, e, WireName.of(e.field()), WireName.of(e.reason()), e.value());
    }

    @ExceptionHandler
    ProblemDetail refused(WalletRefusedException e) {
        HttpStatus status = e.reason() == Reason.CHANGED_MEANWHILE ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST;
        return problem(status, e, WireName.of(e.field()), WireName.of(e.reason()), e.value());
    }

    private static ProblemDetail problem(HttpStatus status, Exception e, String field, String reason, String value) {
        return Problems.problem(
                status,
                String.valueOf(e.getMessage()),
                List.of(new Refusal(field, value.isEmpty() ? reason : reason + ": " + Quoted.of(value))));
    }
}
