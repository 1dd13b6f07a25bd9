package dev.lintel.standalone.bench;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessDecisions;
import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.access.SiteTraits;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.restriction.GrantTarget;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.User;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;

/**
 * Measures one site with one list of requests. Every figure comes after a warm-up of the same work; a decision counts when its
 * whole answer exists: verdict, reason, locks, restrictions, how far each restriction got, rules, and the facts.
 */
final class DecisionMeasurements {
    private static final int WARM_UP_ROUNDS = 3;
    private static final int CHANGES = 500;
    private static final long REPEAT_NANOS = 3_000_000_000L;

    private final LoadedSite loaded;
    private final List<AccessRequest> requests;
    private final PrintStream out;
    private final AccessDecisionPoint engine;

    /** @param engine the rules that decide */
    DecisionMeasurements(LoadedSite loaded, List<AccessRequest> requests, AccessDecisionPoint engine, PrintStream out) {
        this.loaded = loaded;
        this.requests = requests;
        this.engine = engine;
        this.out = out;
    }

    void run() throws InterruptedException {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            firstTime(1);
        }
        out.printf("%,d requests, %d %% granted%n", requests.size(), grantedPercent());
        out.printf("first-time decisions, 1 thread    %,12.0f /s%n", firstTime(1));
        out.printf("first-time decisions, 2 threads   %,12.0f /s together%n", firstTime(2));
        AccessDecisions remembering = remembering();
        repeated(remembering, 1, REPEAT_NANOS / 3);
        out.printf("repeated decisions, 1 thread      %,12.0f /s%n", repeated(remembering, 1, REPEAT_NANOS));
        out.printf("repeated decisions, 2 threads     %,12.0f /s together%n", repeated(remembering, 2, REPEAT_NANOS));
        latencies("first-time latency", new AccessDecisions(loaded.directory(), engine));
        latencies("repeated latency", remembering);
        changes();
        out.printf("heap after collection, remembered answers included  %,d MB%n", heapMegabytes(remembering));
    }

    private AccessDecisions remembering() {
        AccessDecisions decisions = new AccessDecisions(loaded.directory(), engine);
        requests.forEach(decisions::decide);
        return decisions;
    }

    private long grantedPercent() {
        AccessDecisions decisions = new AccessDecisions(loaded.directory(), engine);
        long granted = requests.stream()
                .filter(request -> decisions.decide(request).decision().verdict() == Verdict.GRANT)
                .count();
        return granted * 100 / requests.size();
    }

    /** Decisions a second when nothing is remembered yet; the threads share the list. */
    private double firstTime(int threads) throws InterruptedException {
        AccessDecisions decisions = new AccessDecisions(loaded.directory(), engine);
        long start = System.nanoTime();
        inThreads(threads, thread -> {
            for (int i = thread; i < requests.size(); i += threads) {
                decisions.decide(requests.get(i));
            }
        });
        return requests.size() * 1e9 / (System.nanoTime() - start);
    }

    private double repeated(AccessDecisions decisions, int threads, long nanos) throws InterruptedException {
        LongAdder done = new LongAdder();
        long start = System.nanoTime();
        inThreads(threads, thread -> {
            do {
                for (int i = thread; i < requests.size(); i += threads) {
                    decisions.decide(requests.get(i));
                }
                done.add(requests.size() / threads);
            } while (System.nanoTime() - start < nanos);
        });
        return done.sum() * 1e9 / (System.nanoTime() - start);
    }

    private static void inThreads(int threads, IntConsumer work) throws InterruptedException {
        CountDownLatch finished = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread.ofPlatform().start(() -> {
                work.accept(number);
                finished.countDown();
            });
        }
        finished.await();
    }

    private void latencies(String what, AccessDecisions decisions) {
        long[] nanos = new long[requests.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            decisions.decide(requests.get(i));
            nanos[i] = System.nanoTime() - start;
        }
        percentiles(what, nanos);
    }

    private void percentiles(String what, long[] nanos) {
        Arrays.sort(nanos);
        out.printf(
                "%-33s p50 %.2f µs, p99 %.2f µs, max %.0f µs%n",
                what,
                nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length * 99 / 100] / 1e3,
                nanos[nanos.length - 1] / 1e3);
    }

    /** From the committed change to the first decision that knows it. */
    private void changes() {
        AccessDecisions decisions = remembering();
        Site site = loaded.site();
        AccessRequest request = requests.getFirst();
        long[] moves = new long[CHANGES];
        long[] restrictions = new long[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            User user = site.users().get(i * 37 % site.users().size());
            String elsewhere = site.groups().get(i * 53 % site.groups().size()).id();
            User moved = new User(
                    user.id(), user.name(), user.email(), user.profile(), List.of(elsewhere), user.suspended());
            moves[i] = timed(decisions, request, users(moved));
            AccessRestriction like =
                    site.restrictions().get(i * 31 % site.restrictions().size());
            AccessRestriction more = new AccessRestriction(
                    "bench-" + i, like.name(), like.guestUsable(), like.lines(), like.schedules());
            restrictions[i] = timed(decisions, request, restriction(more, elsewhere));
        }
        percentiles("a user moved is in force after", moves);
        percentiles("a restriction added, likewise", restrictions);
    }

    private long timed(AccessDecisions decisions, AccessRequest request, SiteChange change) {
        long start = System.nanoTime();
        loaded.directory().apply(LoadedSite.PROJECT, change, SiteTraits.NONE);
        decisions.decide(request);
        return System.nanoTime() - start;
    }

    private static SiteChange users(User changed) {
        return SiteChange.none().withUsers(new Puts<>(List.of(), List.of(changed), List.of()));
    }

    private static SiteChange restriction(AccessRestriction added, String group) {
        return SiteChange.none()
                .withRestrictions(new Puts<>(List.of(added), List.of(), List.of()))
                .withGranted(List.of(new Grant(added.id(), new GrantTarget.ToGroup(group))));
    }

    private static long heapMegabytes(Object keptAlive) {
        for (int i = 0; i < 3; i++) {
            ManagementFactory.getMemoryMXBean().gc();
        }
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return keptAlive.hashCode() == 0 ? used : used >> 20;
    }
}
