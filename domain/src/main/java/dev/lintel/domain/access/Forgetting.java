package dev.lintel.domain.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That people are no longer counted as inside an area: as if they had not been seen there until then.
 *
 * @param area id of the group
 * @param person id; null is everybody
 */
record Forgetting(String area, @Nullable String person, Instant at) {}
