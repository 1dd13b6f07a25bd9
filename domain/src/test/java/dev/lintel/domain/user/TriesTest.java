package dev.lintel.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TriesTest {
    private final SettableClock clock = new SettableClock();
    private final Tries tries = new Tries(clock, 3, Duration.ofSeconds(2), Duration.ofSeconds(10));

    @Test
    void waitsTwiceAsLongAfterEachTryUpToALimit() {
        free(3);

        for (int seconds : new int[] {2, 4, 8, 10, 10}) {
            assertThat(tries.begin("anna")).isEqualTo(Duration.ofSeconds(seconds));
            clock.forward(Duration.ofSeconds(seconds));
            assertThat(tries.begin("anna")).isZero();
        }
    }

    @Test
    void aTryMadeTooSoonCostsNothing() {
        free(3);

        for (int i = 0; i < 100; i++) {
            assertThat(tries.begin("anna")).isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void oneNameDoesNotPayForAnother() {
        free(3);

        assertThat(tries.begin("boris")).isZero();
    }

    @Test
    void forgetsWhatCameBeforeASuccess() {
        free(3);
        tries.succeeded("anna");

        free(3);
        assertThat(tries.begin("anna")).isPositive();
    }

    @Test
    void aTryGivenBackExcusesNoOther() {
        free(2);
        tries.giveBack("anna");
        free(2);

        assertThat(tries.begin("anna")).isPositive();
    }

    private void free(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(tries.begin("anna")).isZero();
        }
    }
}
