package dev.lintel.routes.rest;

import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.wire.Json;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Whatever no operation of the API answers is a problem like any other, and no page of the product. */
@Configuration(proxyBeanMethods = false)
class UnknownOperations {
    /** Behind all controllers, before the pages, which answer every address that is left. */
    private static final int AFTER_CONTROLLERS = 100;

    @Bean
    HandlerMapping unknownOperation() {
        HttpRequestHandler answer = (request, response) -> {
            String asked = request.getMethod() + " " + Quoted.of(request.getRequestURI());
            response.setStatus(HttpStatus.NOT_FOUND.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            Json.mapper()
                    .writeValue(
                            response.getOutputStream(),
                            Map.of(
                                    "type",
                                    "about:blank",
                                    "title",
                                    HttpStatus.NOT_FOUND.getReasonPhrase(),
                                    "status",
                                    HttpStatus.NOT_FOUND.value(),
                                    "detail",
                                    "there is no operation " + asked));
        };
        return new SimpleUrlHandlerMapping(Map.of("/api/**", answer), AFTER_CONTROLLERS);
    }
}
