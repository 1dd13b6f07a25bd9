package dev.lintel.domain.rulebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about rules that whoever wrote them may not have meant.
 *
 * @param table id of the table that it is about; null when it is about policies that stand alone
 * @param rules ids of the policies or rows, the one in question first
 * @param rows of the table, from 1, in the order of {@code rules}; empty without a table
 * @param example a request that shows it; null where none can
 * @param question the same, of a table about something else than doors
 */
public record Diagnostic(
        Kind kind,
        @Nullable String table,
        List<String> rules,
        List<Integer> rows,
        @Nullable RequestCase example,
        @Nullable OutcomeExample question) {
    public Diagnostic {
        rules = List.copyOf(rules);
        rows = List.copyOf(rows);
    }

    /** Of policies and tables about doors. */
    Diagnostic(
            Kind kind, @Nullable String table, List<String> rules, List<Integer> rows, @Nullable RequestCase example) {
        this(kind, table, rules, rows, example, null);
    }

    /** What it is. */
    public enum Kind {
        /** No row says what is to be done, although others speak of such people at such doors. */
        GAP,
        /** Two rows fit, and say the same. */
        OVERLAP,
        /** Two rows or policies fit, and say the opposite. */
        CONTRADICTION,
        /** Whatever fits this row fits one above it. */
        SHADOWED,
        /** Whatever fits this policy fits another that does the same. */
        REDUNDANT,
        /** It fits nobody, neither those who are there nor such as could be. */
        FITS_NOBODY,
        /** It fits no door of the project. */
        FITS_NO_DOOR,
        /** It holds at no time from today on. */
        NEVER_HOLDS
    }
}
