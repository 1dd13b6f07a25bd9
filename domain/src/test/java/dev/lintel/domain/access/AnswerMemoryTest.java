package dev.lintel.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {
    private static final int ROOM = 1024;

    /** All questions have one hash, so that they all want the same places. */
    private record Alike(int number) {
        @Override
        public int hashCode() {
            return 7;
        }
    }

    @Test
    void givesTheNewestAnswerToAQuestion() {
        AnswerMemory<String, Integer> memory = new AnswerMemory<>(ROOM);
        memory.put("a", 1);
        memory.put("b", 2);
        memory.put("a", 3);

        assertThat(memory.find("a")).isEqualTo(3);
        assertThat(memory.find("b")).isEqualTo(2);
        assertThat(memory.find("c")).isNull();
    }

    @Test
    void forgetsRatherThanGivesTheAnswerOfAnother() {
        AnswerMemory<Alike, Integer> memory = new AnswerMemory<>(ROOM);
        IntStream.range(0, 100).forEach(number -> memory.put(new Alike(number), number));

        assertThat(IntStream.range(0, 100).filter(number -> memory.find(new Alike(number)) != null))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(4)
                .allSatisfy(number -> assertThat(memory.find(new Alike(number))).isEqualTo(number));
    }

    @Test
    void holdsMostOfWhatItHasRoomForAndNoMore() {
        AnswerMemory<String, Integer> memory = new AnswerMemory<>(ROOM);
        IntStream.range(0, 10 * ROOM).forEach(number -> memory.put("question " + number, number));

        assertThat(IntStream.range(0, 10 * ROOM).filter(number -> memory.find("question " + number) != null))
                .hasSizeBetween(ROOM * 9 / 10, ROOM);
    }
}
