package dev.lintel.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which choices of what may go on at once are looked at. */
@Tag("RU-5")
class LiveClassesTest {
    @Test
    void ofAFewEveryChoiceIs() {
        assertThat(LiveClasses.combinations(List.of("a", "b", "c"), 3))
                .hasSize(8)
                .doesNotHaveDuplicates();
        assertThat(LiveClasses.combinations(List.of(), 3)).containsExactly(List.of());
    }

    @Test
    void ofManyEachTwoEachOneNoneAllButOneAndAllAre() {
        assertThat(LiveClasses.combinations(List.of("a", "b", "c", "d"), 3))
                .containsExactlyInAnyOrder(
                        List.of(),
                        List.of("a"),
                        List.of("b"),
                        List.of("c"),
                        List.of("d"),
                        List.of("a", "b"),
                        List.of("a", "c"),
                        List.of("a", "d"),
                        List.of("b", "c"),
                        List.of("b", "d"),
                        List.of("c", "d"),
                        List.of("b", "c", "d"),
                        List.of("a", "c", "d"),
                        List.of("a", "b", "d"),
                        List.of("a", "b", "c"),
                        List.of("a", "b", "c", "d"));
    }
}
