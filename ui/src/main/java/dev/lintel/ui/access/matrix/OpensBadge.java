package dev.lintel.ui.access.matrix;

import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.access.matrix.Opens;
import dev.lintel.ui.i18n.Messages;
import java.util.Locale;

/** Whether a door opens: sign, word and colour, and why when it does not. */
final class OpensBadge {
    private OpensBadge() {}

    static String styleOf(MatrixCell cell) {
        return "user-status "
                + switch (cell.opens()) {
                    case NOW -> "active";
                    case AT_OTHER_TIMES -> "waiting";
                    case NOT -> "suspended";
                };
    }

    static String textOf(MatrixCell cell, Messages messages, Locale locale) {
        return switch (cell.opens()) {
            case NOW -> "✓ " + messages.nameOf(locale, Opens.NOW);
            case AT_OTHER_TIMES -> "◷ " + messages.nameOf(locale, cell.reason());
            case NOT -> "✕ " + messages.nameOf(locale, cell.reason());
        };
    }
}
