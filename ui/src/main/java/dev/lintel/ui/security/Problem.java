package dev.lintel.ui.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers of the REST API before a controller is reached, as RFC 9457 problem details. */
enum Problem {
    UNAUTHORIZED(401, "Unauthorized", "a valid API token is needed: Authorization: Bearer <token>"),
    FORBIDDEN(403, "Forbidden", "this API token does not permit it"),
    TOO_MANY_REQUESTS(429, "Too Many Requests", "too many requests; wait a minute");

    private final int status;
    private final String title;
    private final String detail;

    Problem(int status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    void answer(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        if (this == UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (this == TOO_MANY_REQUESTS) {
            response.setHeader("Retry-After", "60");
        }
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write("{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(title, status, detail)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
