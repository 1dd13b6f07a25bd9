package dev.lintel.ui.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** So many attempts in so much time, for each name apart: an address, a login, a token. */
final class Allowance {
    private final Cache<String, Bucket> buckets;
    private final int attempts;
    private final Duration period;

    /** @param attempts allowed at once; they come back evenly over the period */
    Allowance(int attempts, Duration period) {
        this.attempts = attempts;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(period.multipliedBy(2))
                .build();
    }

    /** Uses one attempt; false when there is none left. */
    boolean take(String name) {
        return bucket(name).tryConsume(1);
    }

    /** Returns an attempt that turned out to be a good one. */
    void giveBack(String name) {
        bucket(name).addTokens(1);
    }

    private Bucket bucket(String name) {
        return buckets.get(name, fresh -> Bucket.builder()
                .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, period))
                .build());
    }
}
