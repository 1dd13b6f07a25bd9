package dev.lintel.rules.engine;

import static dev.lintel.rules.engine.FactsBuilder.AT;
import static dev.lintel.rules.engine.FactsBuilder.aCardAtAPanel;
import static dev.lintel.rules.engine.FactsBuilder.closed;
import static dev.lintel.rules.engine.FactsBuilder.open;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how long the rules take for a holder with 1, 3 and 10 restrictions, with one thread and with two. Processor time is
 * printed beside the clock's, since it does not depend on what else the machine does. Not a test; run its {@code main}.
 */
final class EngineBenchmark {
    private static final long WARM_UP = 4_000_000_000L;
    private static final long MEASURED = 3_000_000_000L;

    private EngineBenchmark() {}

    public static void main(String[] arguments) throws InterruptedException {
        long begin = System.nanoTime();
        AccessDecisionPoint rules = DroolsAccessDecisionPoint.shipped();
        System.out.printf("shipped rules loaded in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        for (int restrictions : new int[] {1, 3, 10}) {
            AccessFacts facts = facts(restrictions);
            for (int threads : new int[] {1, 2}) {
                List<Thread> running = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    String name = restrictions + " restrictions, thread " + (i + 1) + " of " + threads;
                    running.add(Thread.ofPlatform().start(() -> measure(name, rules, facts)));
                }
                for (Thread thread : running) {
                    thread.join();
                }
            }
        }
        begin = System.nanoTime();
        DroolsAccessDecisionPoint.with(List.of("package dev.lintel.rules.access"));
        System.out.printf("rules compiled in %d ms%n", (System.nanoTime() - begin) / 1_000_000);
    }

    private static void measure(String name, AccessDecisionPoint rules, AccessFacts facts) {
        run(rules, facts, WARM_UP);
        var cpu = ManagementFactory.getThreadMXBean();
        long cpuBegin = cpu.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        long decisions = run(rules, facts, MEASURED);
        double micros = (System.nanoTime() - begin) / 1e3 / decisions;
        double cpuMicros = (cpu.getCurrentThreadCpuTime() - cpuBegin) / 1e3 / decisions;
        System.out.printf("%s: %.2f us, of which processor time %.2f us%n", name, micros, cpuMicros);
    }

    private static long run(AccessDecisionPoint rules, AccessFacts facts, long nanos) {
        long decisions = 0;
        long granted = 0;
        for (long end = System.nanoTime() + nanos; System.nanoTime() < end; decisions++) {
            granted += rules.decide(facts).isGranted() ? 1 : 0;
        }
        if (granted != decisions) {
            throw new IllegalStateException("granted " + granted + " of " + decisions);
        }
        return decisions;
    }

    private static AccessFacts facts(int restrictions) {
        FactsBuilder facts = aCardAtAPanel().asking(1).valid(AT.minusSeconds(60), AT.plusSeconds(60));
        for (int i = 0; i < restrictions; i++) {
            facts = switch (i % 3) {
                case 0 -> facts.having("r" + i, List.of(1, 2), closed(AT.plusSeconds(60)), open(AT.plusSeconds(90)));
                case 1 -> facts.having("r" + i, List.of(2));
                default -> facts.having("r" + i, List.of(1), closed(AT.plusSeconds(60)));
            };
        }
        return facts.facts();
    }
}
