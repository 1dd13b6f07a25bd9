package dev.lintel.domain.access;

import org.jspecify.annotations.Nullable;

/**
 * What a request got.
 *
 * @param logId number of the entry in the ACS log; null when nothing was recorded
 * @param repeated whether this is the answer given to an earlier delivery of the same request
 */
public record AccessAnswer(@Nullable Long logId, AccessFacts facts, Decision decision, boolean repeated) {}
