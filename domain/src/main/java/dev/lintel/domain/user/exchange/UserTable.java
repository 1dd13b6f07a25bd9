package dev.lintel.domain.user.exchange;

import dev.lintel.domain.user.exchange.UserFileException.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a file of comma-separated values, with a comma, a semicolon or a tab between them. */
record UserTable(UserImport.Format format, List<Row> rows) {
    static final int MOST_ROWS = 200_000;
    static final int MOST_BYTES = 64 * 1024 * 1024;

    /**
     * A row.
     *
     * @param line where it begins in the file, counted from 1
     * @param cells stripped; a column that the file does not have is not among them
     */
    record Row(long line, Map<UserColumn, String> cells) {
        /** Null when the file has no such column. */
        @Nullable
        String cell(UserColumn column) {
            return cells.get(column);
        }
    }

    /** @throws UserFileException when it is no table of users */
    static UserTable read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new UserFileException(Reason.TOO_LARGE);
        }
        TextFile read = TextFile.read(file);
        String text = read.text();
        if (text.isBlank()) {
            throw new UserFileException(Reason.EMPTY);
        }
        char separator = separator(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return new UserTable(new UserImport.Format(read.encoding(), separator), rows(parser));
        } catch (IOException | UncheckedIOException | IllegalStateException malformed) {
            throw new UserFileException(Reason.MALFORMED);
        }
    }

    private static List<Row> rows(CSVParser parser) {
        List<Row> rows = new ArrayList<>();
        Map<Integer, UserColumn> columns = null;
        long line = 1;
        for (CSVRecord record : parser) {
            if (columns == null) {
                columns = columns(record);
            } else if (record.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(new Row(line, cells(record, columns)));
            }
            if (rows.size() > MOST_ROWS) {
                throw new UserFileException(Reason.TOO_MANY_ROWS);
            }
            line = parser.getCurrentLineNumber() + 1;
        }
        return rows;
    }

    private static Map<Integer, UserColumn> columns(CSVRecord headings) {
        Map<Integer, UserColumn> columns = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            int position = i;
            UserColumn.of(headings.get(i)).ifPresent(column -> {
                if (columns.containsValue(column)) {
                    throw new UserFileException(Reason.COLUMN_TWICE);
                }
                columns.put(position, column);
            });
        }
        if (!columns.containsValue(UserColumn.NAME) && !columns.containsValue(UserColumn.ID)) {
            throw new UserFileException(Reason.NO_HEADINGS);
        }
        return columns;
    }

    private static Map<UserColumn, String> cells(CSVRecord record, Map<Integer, UserColumn> columns) {
        Map<UserColumn, String> cells = new EnumMap<>(UserColumn.class);
        columns.forEach(
                (position, column) -> cells.put(column, position < record.size() ? plain(record.get(position)) : ""));
        return cells;
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
