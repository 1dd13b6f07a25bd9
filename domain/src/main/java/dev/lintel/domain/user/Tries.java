package dev.lintel.domain.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Makes guessing slow: after some free tries each further one costs twice the waiting of the one before, for each name
 * apart (an account, an address). It ends by itself, so nobody is locked out for good by what strangers do.
 */
public final class Tries {
    private static final int MOST_NAMES = 100_000;
    private static final int MOST_DOUBLINGS = 30;

    private final Cache<String, Count> counts;
    private final InstantSource clock;
    private final int free;
    private final Duration first;
    private final Duration longest;

    /** @param notBefore when the next try may be made */
    private record Count(int tries, Instant notBefore) {}

    /**
     * @param free tries without any waiting
     * @param first waiting after those
     * @param longest waiting there will ever be; names are forgotten when nobody tried for four times as long
     */
    public Tries(InstantSource clock, int free, Duration first, Duration longest) {
        this.clock = clock;
        this.free = free;
        this.first = first;
        this.longest = longest;
        this.counts = Caffeine.newBuilder()
                .maximumSize(MOST_NAMES)
                .expireAfterWrite(longest.multipliedBy(4))
                .build();
    }

    /**
     * Notes a try before it is known whether it is a good one, so that many at once gain nothing.
     *
     * @return how long to wait before it may be made; zero when it may be made now
     */
    public Duration begin(String name) {
        Instant now = clock.instant();
        Duration[] wait = {Duration.ZERO};
        counts.asMap().compute(name, (key, count) -> {
            if (count != null && now.isBefore(count.notBefore())) {
                wait[0] = Duration.between(now, count.notBefore());
                return count;
            }
            int tries = count == null ? 1 : count.tries() + 1;
            return new Count(tries, now.plus(waitAfter(tries)));
        });
        return wait[0];
    }

    /** The try was a good one, and whoever made it is known by now: what came before is forgotten. */
    public void succeeded(String name) {
        counts.invalidate(name);
    }

    /** The try was a good one, but that excuses no other of the same name. */
    public void giveBack(String name) {
        counts.asMap()
                .computeIfPresent(
                        name,
                        (key, count) -> count.tries() <= 1 ? null : new Count(count.tries() - 1, clock.instant()));
    }

    private Duration waitAfter(int tries) {
        if (tries < free) {
            return Duration.ZERO;
        }
        Duration wait = first.multipliedBy(1L << Math.min(tries - free, MOST_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
