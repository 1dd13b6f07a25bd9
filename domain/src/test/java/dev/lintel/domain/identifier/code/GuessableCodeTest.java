package dev.lintel.domain.identifier.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ID-1")
class GuessableCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "000",
                "0000",
                "7777",
                "1234",
                "4321",
                "7890",
                "2468",
                "1212",
                "123123",
                "1221",
                "2802",
                "3112",
                "1231",
                "0229",
                "1984",
                "2026",
                "311299",
                "123199",
                "991231",
                "121984",
                "198412",
                "31121999",
                "12311999",
                "19991231",
                "11111111",
                "12341234"
            })
    void isWhatSomebodyWouldTryFirst(String code) {
        assertThat(GuessableCode.is(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4711", "8305", "5067", "3302", "739214", "846037", "60417385", "19003199"})
    void isNoOther(String code) {
        assertThat(GuessableCode.is(code)).isFalse();
    }

    @Test
    void leavesMostCodesToBeIssued() {
        long left = IntStream.range(0, 10_000)
                .filter(number -> !GuessableCode.is("%04d".formatted(number)))
                .count();
        assertThat(left).isBetween(8_500L, 9_200L);
    }
}
