package dev.lintel.domain.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("US-6")
class TableWriterTest {
    private static final LocalDateTime MOMENT = LocalDateTime.of(2026, 1, 5, 9, 30, 1);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit makes it
    Path folder;

    @Test
    void csvQuotesWhereNeededAndRunsNoFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.CSV.open(out, "Things")) {
            table.row(List.of("Name", "Size"));
            table.row(Arrays.asList("Анна \"Bell\", 2", 7L, null, MOMENT));
            table.row(List.of("=1+1", "+1", "-1", "@x", "\tx", "\rx", "a=1", -5));
        }
        assertThat(out.toString(UTF_8))
                .isEqualTo("\uFEFFName,Size\r\n\"Анна \"\"Bell\"\", 2\",7,,2026-01-05 09:30:01\r\n"
                        + "'=1+1,'+1,'-1,'@x,'\tx,\"'\rx\",a=1,-5\r\n");
    }

    @Test
    void xlsxKeepsNumbersAndMomentsAndRunsNoFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.XLSX.open(out, "Things: [all] / of them, with a very long title")) {
            table.row(List.of("Name", "Size", "Made"));
            table.row(Arrays.asList("=1+1", 7L, MOMENT));
        }
        Map<String, String> parts = parts(out);
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("&apos;=1+1")
                .doesNotContain("<f>")
                .contains("<v>7</v>")
                .contains("<v>46027.3958");
        assertThat(parts.get("xl/workbook.xml")).contains("name=\"Things");
    }

    @Test
    void whatDoesNotFitOnASheetGoesOnOnTheNext() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = new XlsxTable(out, "Things", 3)) {
            table.row(List.of("Name"));
            for (int i = 1; i <= 5; i++) {
                table.row(List.of("thing " + i));
            }
        }
        Map<String, String> parts = parts(out);
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("thing 2").doesNotContain("thing 3");
        assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("Name", "thing 3", "thing 4");
        assertThat(parts.get("xl/worksheets/sheet3.xml")).contains("Name", "thing 5");
    }

    private Map<String, String> parts(ByteArrayOutputStream out) throws IOException {
        Path file = folder.resolve("book.xlsx");
        Files.write(file, out.toByteArray());
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        }
        return parts;
    }
}
