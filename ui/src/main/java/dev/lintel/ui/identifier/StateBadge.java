package dev.lintel.ui.identifier;

import com.vaadin.flow.component.html.Span;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.ui.i18n.Messages;

/** Whether an identifier can be used: sign, word and colour. */
public final class StateBadge extends Span {
    private static final long serialVersionUID = 1L;

    public StateBadge(IdentifierState state) {
        setText(signOf(state) + " " + getTranslation(Messages.keyOf(state)));
        setClassName(styleOf(state));
    }

    static String styleOf(IdentifierState state) {
        return "user-status " + (state == IdentifierState.VALID ? "active" : "suspended");
    }

    static String signOf(IdentifierState state) {
        return switch (state) {
            case VALID -> "✓";
            case NOT_YET -> "◷";
            case SUSPENDED -> "‖";
            case REVOKED, EXPIRED, USED_UP -> "✕";
        };
    }
}
