package dev.lintel.rules.engine;

import static dev.lintel.rules.engine.FactsBuilder.AT;
import static dev.lintel.rules.engine.FactsBuilder.aCardAtAPanel;
import static dev.lintel.rules.engine.FactsBuilder.closed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Doors ask at the same time, and nobody gets the answer of somebody else. */
class ManyThreadsTest {
    private static final int DECISIONS = 5_000;
    private static final AccessDecisionPoint RULES = DroolsAccessDecisionPoint.shipped();

    @Test
    void answersEveryThreadWhatItAsked() throws ExecutionException, InterruptedException {
        List<AccessFacts> questions = List.of(
                aCardAtAPanel().facts(),
                aCardAtAPanel().unknown().facts(),
                aCardAtAPanel().having("r1", List.of(1)).facts(),
                aCardAtAPanel()
                        .having("r1", List.of(2))
                        .having("r2", List.of(1))
                        .facts(),
                aCardAtAPanel()
                        .having("r3", List.of(2), closed(AT.plusSeconds(1)))
                        .facts());
        List<Decision> answers = questions.stream().map(RULES::decide).toList();
        List<Future<Decision>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < DECISIONS; i++) {
                AccessFacts question = questions.get(i % questions.size());
                asked.add(threads.submit(() -> RULES.decide(question)));
            }
        }
        for (int i = 0; i < DECISIONS; i++) {
            assertThat(asked.get(i).get()).isEqualTo(answers.get(i % questions.size()));
        }
    }
}
