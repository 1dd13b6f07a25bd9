package dev.lintel.routes.basip;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many attempts a name may make per minute. */
final class Attempts {
    private final InstantSource clock;
    private final int perMinute;
    private final Map<String, Integer> used = new ConcurrentHashMap<>();
    private long minute;

    Attempts(InstantSource clock, int perMinute) {
        this.clock = clock;
        this.perMinute = perMinute;
    }

    boolean mayTry(String name) {
        return used().getOrDefault(name, 0) < perMinute;
    }

    void failed(String name) {
        used().merge(name, 1, Integer::sum);
    }

    private synchronized Map<String, Integer> used() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            used.clear();
        }
        return used;
    }
}
