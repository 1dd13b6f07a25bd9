package dev.lintel.domain.identifier.exchange;

import dev.lintel.domain.listing.CsvFile;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of comma-separated values with an identifier in each row.
 *
 * @param columns what each column is, by its position from 0; the others are passed over
 */
public record IdentifierFile(CsvFile file, Map<Integer, IdentifierColumn> columns) {
    public IdentifierFile {
        columns = Map.copyOf(columns);
    }

    /**
     * The file with its columns guessed by their headings; of two that mean the same the first.
     *
     * @throws dev.lintel.domain.listing.CsvFileException when it cannot be read
     */
    public static IdentifierFile read(byte[] bytes) {
        CsvFile file = CsvFile.read(bytes);
        Map<Integer, IdentifierColumn> columns = new HashMap<>();
        for (int i = 0; i < file.headings().size(); i++) {
            int position = i;
            IdentifierColumn.of(file.headings().get(i))
                    .filter(column -> !columns.containsValue(column))
                    .ifPresent(column -> columns.put(position, column));
        }
        return new IdentifierFile(file, columns);
    }

    /** The same with columns as somebody says. */
    public IdentifierFile with(Map<Integer, IdentifierColumn> others) {
        return new IdentifierFile(file, others);
    }

    /** Whether there is anything to know an identifier by. */
    public boolean isMapped() {
        return columns.containsValue(IdentifierColumn.VALUE) || columns.containsValue(IdentifierColumn.ID);
    }

    public List<ListedIdentifier> rows() {
        return file.rows().stream().map(this::row).toList();
    }

    private ListedIdentifier row(CsvFile.Row row) {
        Map<IdentifierColumn, String> cells = new EnumMap<>(IdentifierColumn.class);
        columns.forEach((position, column) -> cells.put(column, row.cell(position)));
        return new ListedIdentifier(row.line(), cells);
    }
}
