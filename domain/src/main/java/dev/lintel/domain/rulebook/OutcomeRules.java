package dev.lintel.domain.rulebook;

import java.util.OptionalInt;

/** Decides which row of a table counts that is about something else than doors. */
public interface OutcomeRules {
    /** Makes a table ready to be asked. Takes a moment, so it is best done before somebody waits for the answer. */
    void prepare(OutcomeTable table);

    /**
     * Number of the row that counts, from 0; empty when none fits.
     *
     * @throws RuntimeException when it cannot be decided
     */
    OptionalInt row(OutcomeTable table, OutcomeQuestion question);
}
