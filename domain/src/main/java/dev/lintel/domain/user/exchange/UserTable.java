package dev.lintel.domain.user.exchange;

import dev.lintel.domain.listing.CsvFile;
import dev.lintel.domain.listing.CsvFileException;
import dev.lintel.domain.user.exchange.UserFileException.Reason;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a file of comma-separated values, with a comma, a semicolon or a tab between them. */
record UserTable(UserImport.Format format, List<Row> rows) {
    static final int MOST_BYTES = CsvFile.MOST_BYTES;

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
        try {
            CsvFile read = CsvFile.read(file);
            Map<Integer, UserColumn> columns = columns(read.headings());
            UserImport.Format format = new UserImport.Format(
                    read.format().encoding(), read.format().separator());
            return new UserTable(
                    format,
                    read.rows().stream()
                            .map(row -> new Row(row.line(), cells(row, columns)))
                            .toList());
        } catch (CsvFileException unreadable) {
            throw new UserFileException(Reason.valueOf(unreadable.reason().name()));
        }
    }

    private static Map<Integer, UserColumn> columns(List<String> headings) {
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

    private static Map<UserColumn, String> cells(CsvFile.Row row, Map<Integer, UserColumn> columns) {
        Map<UserColumn, String> cells = new EnumMap<>(UserColumn.class);
        columns.forEach((position, column) -> cells.put(column, row.cell(position)));
        return cells;
    }
}
