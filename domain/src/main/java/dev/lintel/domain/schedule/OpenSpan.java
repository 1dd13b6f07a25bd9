package dev.lintel.domain.schedule;

import java.time.LocalDateTime;

/**
 * A time without a break, by the clock on the wall.
 *
 * @param until exclusive
 */
public record OpenSpan(LocalDateTime from, LocalDateTime until) {}
