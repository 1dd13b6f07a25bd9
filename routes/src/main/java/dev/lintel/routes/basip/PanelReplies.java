package dev.lintel.routes.basip;

import dev.lintel.routes.http.BodyTooLargeException;
import dev.lintel.routes.wire.Json;
import dev.lintel.routes.wire.RefusedException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What panels are told, the errors in the form of the panels' own interface. */
@RestControllerAdvice(basePackageClasses = PanelReplies.class)
class PanelReplies {
    /** The panel did not prove who it is, or too many did not. */
    static final class NotLoggedInException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final HttpStatus status;

        NotLoggedInException(HttpStatus status, String reason) {
            super(reason, null, false, false);
            this.status = status;
        }
    }

    static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notLoggedIn(NotLoggedInException e) {
        return error(e.status, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(RefusedException e) {
        return error(HttpStatus.BAD_REQUEST, e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tooLarge(BodyTooLargeException e) {
        return error(HttpStatus.CONTENT_TOO_LARGE, e.getMessage());
    }

    private static ResponseEntity<byte[]> error(HttpStatus status, @Nullable String reason) {
        byte[] body = Json.mapper()
                .writeValueAsString(Json.mapper().createObjectNode().put("error", reason))
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
