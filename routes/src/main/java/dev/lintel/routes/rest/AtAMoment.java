package dev.lintel.routes.rest;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what is asked at each door of the access matrix, which are fields of it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "at",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string", format = "date-time"),
            description = "The moment that is decided; now if absent."),
    @Parameter(
            name = "accessPoint",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "One direction; each that restrictions tell from others if absent."),
    @Parameter(
            name = "lock",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "99"),
            description = "Number of a lock; whatever may be opened if absent.")
})
@interface AtAMoment {}
