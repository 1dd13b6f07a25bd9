package dev.lintel.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who had the right to was at a door.
 *
 * @param device id
 * @param holder id
 * @param identifier id of what was presented
 * @param opened whether it opened; else a second credential was asked for
 */
public record Passage(
        String device,
        String holder,
        String identifier,
        @Nullable String accessPoint,
        Instant at,
        boolean opened) {}
