package dev.lintel.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Does something on many threads at once. */
public final class Together {
    private Together() {}

    /** The results of so many calls that all begin when the last thread is ready. */
    public static <T> List<T> run(int threads, Callable<T> task) throws Exception {
        CyclicBarrier ready = new CyclicBarrier(threads);
        Callable<T> atOnce = () -> {
            ready.await();
            return task.call();
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result :
                    pool.invokeAll(Stream.generate(() -> atOnce).limit(threads).toList())) {
                results.add(result.get());
            }
            return results;
        }
    }
}
