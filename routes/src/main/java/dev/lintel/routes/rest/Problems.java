package dev.lintel.routes.rest;

import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.listing.ListingRefusedException;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.ProfileDraft;
import dev.lintel.domain.permission.ProfileRefusedException;
import dev.lintel.domain.settings.SettingRefusedException;
import dev.lintel.domain.site.SiteFileException;
import dev.lintel.domain.user.LastAdministratorException;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.http.BodyTooLargeException;
import dev.lintel.routes.wire.Refusal;
import dev.lintel.routes.wire.RefusedException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** Every error of the API is a problem of RFC 9457, with {@code errors} that name each field and its reason. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems extends ResponseEntityExceptionHandler {
    /** Nothing of that name exists as far as the asker can know; what another project has looks the same. */
    static final class NotFoundException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotFoundException(String what, String name) {
            super("there is no " + what + " " + Quoted.of(name));
        }
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException e) {
        return problem(HttpStatus.NOT_FOUND, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedException e) {
        return refused(e.refusal());
    }

    @ExceptionHandler
    ProblemDetail listRefused(ListingRefusedException e) {
        return refused(new Refusal(e.parameter(), e.reason()));
    }

    @ExceptionHandler
    ProblemDetail settingRefused(SettingRefusedException e) {
        String field =
                switch (e.reason()) {
                    case NAME_TOO_LONG, NAME_CONTROL_CHARACTER -> "name";
                    case DESCRIPTION_TOO_LONG -> "description";
                    case LANGUAGE_UNKNOWN -> "defaultLanguage";
                    case SERVER_URL_MALFORMED, SERVER_URL_SCHEME, SERVER_URL_TOO_MUCH -> "serverUrl";
                };
        return refused(new Refusal(field, WireName.of(e.reason())));
    }

    @ExceptionHandler
    ProblemDetail profileRefused(ProfileRefusedException e) {
        String about = e.about().stream().map(Quoted::of).collect(Collectors.joining(", "));
        return switch (e.reason()) {
            case PROJECT_UNKNOWN -> problem(HttpStatus.NOT_FOUND, "there is no project " + about, List.of());
            case UNKNOWN -> problem(HttpStatus.NOT_FOUND, "there is no profile " + about, List.of());
            case BUILT_IN ->
                problem(HttpStatus.CONFLICT, "the profile " + about + " is built in; make a copy of it", List.of());
            case CHANGED_MEANWHILE ->
                problem(HttpStatus.CONFLICT, "somebody has changed the profile; read it again", List.of());
            case HELD -> problem(HttpStatus.CONFLICT, e.about().getFirst() + " people have the profile", List.of());
            case NAME_MISSING -> refused(new Refusal("name", "is missing"));
            case NAME_TOO_LONG ->
                refused(new Refusal("name", "is longer than " + ProfileDraft.LONGEST_NAME + " characters"));
            case NAME_TAKEN -> refused(new Refusal("name", about + " is the name of another profile"));
            case DESCRIPTION_TOO_LONG ->
                refused(new Refusal(
                        "description", "is longer than " + ProfileDraft.LONGEST_DESCRIPTION + " characters"));
            case MORE_THAN_OWN -> refused(new Refusal("permissions", "you do not hold " + about));
            case NOT_AVAILABLE -> refused(new Refusal("available", "you may not hand out " + about));
        };
    }

    @ExceptionHandler
    ProblemDetail lastAdministrator(LastAdministratorException e) {
        return problem(HttpStatus.CONFLICT, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ProblemDetail groupRefused(GroupRefusedException e) {
        return refused(GroupRefusals.in("", e).refusal());
    }

    @ExceptionHandler
    ProblemDetail permissionMissing(PermissionDeniedException e) {
        ProblemDetail problem = problem(HttpStatus.FORBIDDEN, e.getMessage(), List.of());
        problem.setProperty("permission", e.missing().code());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail tooLarge(BodyTooLargeException e) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, e.getMessage(), List.of());
    }

    @ExceptionHandler
    ProblemDetail siteRefused(SiteFileException e) {
        ProblemDetail problem =
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "the site file was refused, nothing was stored", List.of());
        problem.setProperty("errors", e.problems());
        return problem;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getMostSpecificCause() instanceof BodyTooLargeException large) {
            return handleExceptionInternal(e, tooLarge(large), headers, HttpStatus.CONTENT_TOO_LARGE, request);
        }
        return handleExceptionInternal(e, refused(unreadable(e)), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(
                e, refused(new Refusal(e.getParameterName(), "is missing")), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "";
        String reason = Quoted.of(String.valueOf(e.getValue())) + " is no " + kind(e.getRequiredType());
        return handleExceptionInternal(e, refused(new Refusal(name, reason)), headers, status, request);
    }

    private static Refusal unreadable(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case StreamReadException syntax ->
                new Refusal(
                        "",
                        "not well-formed JSON at line " + syntax.getLocation().getLineNr() + ", column "
                                + syntax.getLocation().getColumnNr());
            case JacksonException binding -> new Refusal(path(binding), "has the wrong kind of value, or is unknown");
            case null, default -> new Refusal("", "a JSON object is expected in the body");
        };
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == Long.class || type == Integer.class || type == long.class || type == int.class) {
            return "whole number";
        }
        return type == Boolean.class || type == boolean.class ? "true or false" : "value of that kind";
    }

    private static ProblemDetail refused(Refusal refusal) {
        String detail = refusal.field().isEmpty() ? refusal.reason() : refusal.field() + ": " + refusal.reason();
        return problem(HttpStatus.BAD_REQUEST, detail, List.of(refusal));
    }

    static ProblemDetail problem(HttpStatus status, @Nullable String detail, List<Refusal> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail == null ? "" : detail);
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }
}
