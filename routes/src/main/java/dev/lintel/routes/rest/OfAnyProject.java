package dev.lintel.routes.rest;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the filter of lists that reach over projects, which is a field of theirs. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "project",
        in = ParameterIn.QUERY,
        schema = @Schema(type = "integer", format = "int64"),
        description = "Id of the project; all visible ones if absent.")
@interface OfAnyProject {}
