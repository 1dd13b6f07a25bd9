package dev.lintel.standalone.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Does a thing many times and prints how long it took, once it is warm. */
record Stopwatch(PrintStream out) {
    private static final int WARM_UP = 20;
    private static final int RUNS = 100;
    /** What is slow is not asked more often than it takes to see that. */
    private static final long MOST_NANOS = 8_000_000_000L;

    private static final int LEAST_RUNS = 5;

    /** @param work gets another number each time, so that nothing is asked twice in the same words */
    void measure(String what, IntConsumer work) {
        long[] nanos = new long[WARM_UP + RUNS];
        long begun = System.nanoTime();
        int done = 0;
        while (done < nanos.length && (done < LEAST_RUNS || System.nanoTime() - begun < MOST_NANOS)) {
            long start = System.nanoTime();
            work.accept(done);
            nanos[done++] = System.nanoTime() - start;
        }
        print(what, Arrays.copyOfRange(nanos, Math.min(WARM_UP, done / 2), done));
    }

    void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        out.printf(
                Locale.ROOT,
                "%-58s p50 %8.1f ms, p95 %8.1f ms, max %8.1f ms%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }
}
