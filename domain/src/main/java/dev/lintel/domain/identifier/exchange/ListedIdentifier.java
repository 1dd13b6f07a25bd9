package dev.lintel.domain.identifier.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An identifier as a list has it, not understood yet.
 *
 * @param line where it stands, counted from 1
 * @param cells stripped; what the list does not tell is not among them
 */
public record ListedIdentifier(long line, Map<IdentifierColumn, String> cells) {
    public ListedIdentifier {
        cells = Map.copyOf(cells);
    }

    /** Null when the list does not tell. */
    @Nullable
    String cell(IdentifierColumn column) {
        return cells.get(column);
    }
}
