package dev.lintel.routes.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    @Test
    void keepsTheOrderOfEachDevice() {
        Lanes lanes = new Lanes(workers, 1000);
        List<Integer> first = Collections.synchronizedList(new ArrayList<>());
        List<Integer> second = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 1000; i++) {
            int n = i;
            lanes.submit("one", () -> first.add(n));
            lanes.submit("two", () -> second.add(n));
        }
        workers.close();
        assertThat(first).isEqualTo(IntStream.range(0, 1000).boxed().toList()).isEqualTo(second);
        assertThat(lanes.busy()).isZero();
    }

    @Test
    void aDeviceThatIsStuckStopsNoOther() throws InterruptedException {
        Lanes lanes = new Lanes(workers, 10);
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        lanes.submit("one", () -> await(stuck));
        lanes.submit("two", other::countDown);
        other.await();
        stuck.countDown();
        workers.close();
        assertThat(lanes.busy()).isZero();
    }

    @Test
    void aFullLaneTakesNoMore() {
        Lanes lanes = new Lanes(workers, 2);
        CountDownLatch stuck = new CountDownLatch(1);
        assertThat(lanes.submit("one", () -> await(stuck))).isTrue();
        assertThat(lanes.submit("one", () -> {})).isTrue();
        assertThat(lanes.submit("one", () -> {})).isTrue();
        assertThat(lanes.submit("one", () -> {})).isFalse();
        assertThat(lanes.submit("two", () -> {})).isTrue();
        stuck.countDown();
        workers.close();
        assertThat(lanes.busy()).isZero();
    }

    @Test
    void aTaskThatFailsDoesNotStopTheLane() {
        Lanes lanes = new Lanes(workers, 10);
        CountDownLatch after = new CountDownLatch(1);
        lanes.submit("one", () -> {
            throw new IllegalStateException("on purpose");
        });
        lanes.submit("one", after::countDown);
        workers.close();
        assertThat(after.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
