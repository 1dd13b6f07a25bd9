package dev.lintel.routes.rest;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the parameters that every list takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameters({
    @Parameter(
            name = "filter",
            in = ParameterIn.QUERY,
            array = @ArraySchema(schema = @Schema(type = "string", example = "owner:has:anna")),
            description = """
                    Field, operator and value, as often as needed: `owner:has:anna`. Texts are compared by `has`, \
                    `has-not`, `is`, `is-not`; numbers by `is`, `is-not`, `less`, `at-least`, `greater`, `at-most`; times by \
                    `last` (`30m`, `24h`, `7d`), `between`, `at-least`, `less`; choices and references by `is`, `is-not` with \
                    one or more values; what may be missing by `empty`, `filled`. Commas part several values; a comma in a \
                    value is `\\\\,`, a backslash `\\\\\\\\`. A parameter named like a field is short for a filter that must hold in \
                    any case: `verdict=deny`, `owner=anna`."""),
    @Parameter(
            name = "match",
            in = ParameterIn.QUERY,
            schema = @Schema(allowableValues = {"all", "any"}),
            description = "Whether all filters must hold (if absent) or any of them."),
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "A field, with `-` in front for the other direction. What has no value comes last."),
    @Parameter(
            name = "after",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "string"),
            description = "Where the page before this one said that it goes on."),
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
})
@interface ListParameters {}
