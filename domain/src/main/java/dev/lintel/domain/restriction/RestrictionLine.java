package dev.lintel.domain.restriction;

import org.jspecify.annotations.Nullable;

/**
 * One door of a restriction.
 *
 * @param device id of the device
 * @param accessPoint one direction through the door; null fits every request at the device
 */
public record RestrictionLine(String device, @Nullable String accessPoint, LockChoice lock) {}
