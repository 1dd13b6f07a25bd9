package dev.lintel.domain.audit.seal;

import java.time.Instant;

/**
 * What was removed from the front of a chain because it was older than the log is kept.
 *
 * @param until number of the last seal that is gone
 * @param entries how many entries are, over time
 * @param olderThan what the last removal took away was older than this
 * @param at when it began
 * @param underWay whether some of it is still there
 */
public record Removed(long until, long entries, Instant olderThan, Instant at, boolean underWay) {}
