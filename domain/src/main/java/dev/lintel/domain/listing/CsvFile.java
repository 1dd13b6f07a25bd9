package dev.lintel.domain.listing;

import dev.lintel.domain.listing.CsvFileException.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of comma-separated values as somebody uploads one, with a comma, a semicolon or a tab between them, in whatever
 * encoding.
 *
 * @param headings the first row
 * @param rows those after it that have anything in them
 */
public record CsvFile(Format format, List<String> headings, List<Row> rows) {
    public static final int MOST_ROWS = 200_000;
    public static final int MOST_BYTES = 64 * 1024 * 1024;

    /**
     * How a file was written, as far as it shows.
     *
     * @param encoding name of the character set
     * @param separator between the columns
     */
    public record Format(String encoding, char separator) {}

    /**
     * A row.
     *
     * @param line where it begins in the file, counted from 1
     * @param cells stripped; there may be fewer than headings
     */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Empty when the row is too short. */
        public String cell(int position) {
            return position < cells.size() ? cells.get(position) : "";
        }
    }

    public CsvFile {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** @throws CsvFileException when it is no such file */
    public static CsvFile read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new CsvFileException(Reason.TOO_LARGE);
        }
        TextFile read = TextFile.read(file);
        String text = read.text();
        if (text.isBlank()) {
            throw new CsvFileException(Reason.EMPTY);
        }
        char separator = separator(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return read(parser, new Format(read.encoding(), separator));
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw new CsvFileException(Reason.MALFORMED);
        }
    }

    private static CsvFile read(CSVParser parser, Format format) {
        List<Row> rows = new ArrayList<>();
        List<String> headings = null;
        long line = 1;
        for (CSVRecord record : parser) {
            if (headings == null) {
                headings = record.toList();
            } else if (record.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(new Row(line, record.stream().map(CsvFile::plain).toList()));
            }
            if (rows.size() > MOST_ROWS) {
                throw new CsvFileException(Reason.TOO_MANY_ROWS);
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        return new CsvFile(format, headings == null ? List.of() : headings, rows);
    }

    /** Our own exports put an apostrophe before what a spreadsheet would take for a formula. */
    private static String plain(String cell) {
        String bare = cell.strip();
        return bare.length() > 1 && bare.charAt(0) == '\'' && "=+-@".indexOf(bare.charAt(1)) >= 0
                ? bare.substring(1)
                : bare;
    }

    private static char separator(String text) {
        String headings = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(headings, candidate) > count(headings, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
