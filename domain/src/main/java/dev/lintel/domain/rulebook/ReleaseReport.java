package dev.lintel.domain.rulebook;

import org.jspecify.annotations.Nullable;

/**
 * What was known about a version when somebody decided about it; kept with it for ever, without the names of people.
 *
 * @param trial what its scenarios and invariants came to
 * @param replay what it would have made of recorded requests; null when whoever submitted it may not ask that
 */
public record ReleaseReport(TrialReport trial, @Nullable ReplayReport replay) {}
