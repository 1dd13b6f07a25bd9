/** The REST API for programs, {@code /api/v1}; described for its users in {@code /v3/api-docs} and {@code /swagger-ui.html}. */
@NullMarked
package dev.lintel.routes.rest;

import org.jspecify.annotations.NullMarked;
