package dev.lintel.domain.schedule.holiday;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a calendar comes from, and how it went.
 *
 * @param tried when it was last looked for; null before the first time
 * @param refreshed when it was last understood; the holidays are those of then
 * @param problem why it was not refreshed the last time; null when it was
 * @param about what the problem is about, such as the status of the answer; may be empty
 */
public record Subscription(
        String url,
        @Nullable Instant tried,
        @Nullable Instant refreshed,
        @Nullable SubscriptionProblem problem,
        String about) {}
