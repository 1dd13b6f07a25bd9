package dev.lintel.domain.rulebook;

import java.util.List;

/**
 * A decision table about something else than doors. Of the rows that fit the uppermost counts; where none does, all is as it
 * would be without the table.
 *
 * @param id unique in the rulebook, 36 characters of a UUID; the same from version to version
 * @param name what people call it, 1 to {@value Policy#LONGEST_NAME} characters
 */
public record OutcomeTable(String id, String name, OutcomeKind kind, List<OutcomeRow> rows) {
    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public OutcomeTable {
        rows = rows == null ? List.of() : List.copyOf(rows);
    }

    /** The parts of its rows, for what works with those of policies. */
    List<Policy> parts() {
        return rows.stream().map(row -> row.parts().as(row.id(), name)).toList();
    }
}
