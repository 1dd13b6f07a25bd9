package dev.lintel.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcsLogCsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void neverWritesAFormula(String name) {
        assertThat(AcsLogCsv.cell(name).replace("\"", "")).startsWith("'");
    }

    @Test
    void quotesWhatWouldBreakTheLine() {
        assertThat(AcsLogCsv.cell("Bell, Anna")).isEqualTo("\"Bell, Anna\"");
        assertThat(AcsLogCsv.cell("the \"gate\"")).isEqualTo("\"the \"\"gate\"\"\"");
        assertThat(AcsLogCsv.cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(AcsLogCsv.cell("Ольга")).isEqualTo("Ольга");
    }
}
