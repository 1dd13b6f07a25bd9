package dev.lintel.domain.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DE-1")
class PositionTest {
    @Test
    void isSaidAsMapsTakeItWhateverTheSize() {
        assertThat(new Position(51.50735099, -0.127758)).hasToString("51.507351,-0.127758");
        assertThat(new Position(0.00001, -0.0)).hasToString("0.00001,0");
        assertThat(new Position(-90, 180)).hasToString("-90,180");
    }

    @Test
    void isOnEarth() {
        assertThatThrownBy(() -> new Position(90.1, 0)).hasMessageContaining("90.1");
        assertThatThrownBy(() -> new Position(0, -180.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Position(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
