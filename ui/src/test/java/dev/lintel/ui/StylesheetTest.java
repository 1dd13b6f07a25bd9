package dev.lintel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A brace too few, and half of the pages look right on a phone only. */
class StylesheetTest {
    @Test
    void everySectionBeginsOutsideOfTheOneBefore() throws IOException {
        int depth = 0;
        for (String line : sheet().split("\n")) {
            if (line.startsWith("/* ---")) {
                assertThat(depth).as("braces left open before \"%s\"", line).isZero();
            }
            for (char one : line.toCharArray()) {
                depth += one == '{' ? 1 : one == '}' ? -1 : 0;
                assertThat(depth).as("braces at \"%s\"", line).isNotNegative();
            }
        }
        assertThat(depth).as("braces left open at the end").isZero();
    }

    private static String sheet() throws IOException {
        try (var in = StylesheetTest.class.getResourceAsStream("/META-INF/resources/css/app.css")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
