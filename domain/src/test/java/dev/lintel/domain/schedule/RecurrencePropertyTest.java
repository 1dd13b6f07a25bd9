package dev.lintel.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random rules over ten years, compared with another library. {@code -Dlintel.rules=N -Dlintel.seed=S} for more. */
class RecurrencePropertyTest {
    private static final int RULES = Integer.getInteger("lintel.rules", 3000);

    @Test
    void agreesWithAnotherLibraryOnRandomRules() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong());
        RandomRules rules = new RandomRules(new Random(seed));
        for (int i = 0; i < RULES; i++) {
            LocalDateTime start = rules.start();
            String rule = rules.rule(start);
            LocalDateTime end = start.plusYears(10);
            assertThat(RecurrenceRule.of(start, rule).starts(start, end))
                    .as("seed %d: %s from %s", seed, rule, start)
                    .containsExactlyElementsOf(OtherRecurrence.starts(start, rule, end));
        }
    }

    @Test
    void answersTheSameForAnyPartOfTheTime() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong());
        Random random = new Random(seed);
        RandomRules rules = new RandomRules(random);
        for (int i = 0; i < RULES / 10; i++) {
            LocalDateTime start = rules.start();
            String rule = rules.rule(start);
            LocalDateTime from = start.plusHours(random.nextInt(50_000));
            LocalDateTime until = from.plusHours(1 + random.nextInt(20_000));
            RecurrenceRule recurrence = RecurrenceRule.of(start, rule);
            assertThat(recurrence.starts(from, until))
                    .as("seed %d: %s from %s, between %s and %s", seed, rule, start, from, until)
                    .containsExactlyElementsOf(recurrence.starts(start, until).stream()
                            .filter(time -> !time.isBefore(from))
                            .toList());
        }
    }
}
