package dev.lintel.standalone.bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long requests took, each from the moment at which it was due: a queue in front of the sender counts, too. */
final class RoundTrips {
    private final long[] due;
    private final long[] nanos;
    private final boolean[] granted;
    private final CountDownLatch open;

    RoundTrips(int requests) {
        this.due = new long[requests];
        this.nanos = new long[requests];
        this.granted = new boolean[requests];
        this.open = new CountDownLatch(requests);
    }

    void sent(int request, long dueNanos) {
        due[request] = dueNanos;
    }

    synchronized void answered(int request, boolean grant) {
        if (nanos[request] == 0) {
            nanos[request] = Math.max(1, System.nanoTime() - due[request]);
            granted[request] = grant;
            open.countDown();
        }
    }

    /** @return whether all were answered in that time */
    boolean await(long seconds) throws InterruptedException {
        return open.await(seconds, TimeUnit.SECONDS);
    }

    int asked() {
        return due.length;
    }

    synchronized long unanswered() {
        return Arrays.stream(nanos).filter(time -> time == 0).count();
    }

    synchronized int granted() {
        int count = 0;
        for (boolean grant : granted) {
            count += grant ? 1 : 0;
        }
        return count;
    }

    /** The time that the share of answered requests did not exceed, in milliseconds. */
    synchronized double millis(double share) {
        long[] sorted = Arrays.stream(nanos).filter(time -> time > 0).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
    }
}
