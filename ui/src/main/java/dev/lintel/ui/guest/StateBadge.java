package dev.lintel.ui.guest;

import com.vaadin.flow.component.html.Span;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.ui.i18n.Messages;

/** Whether a pass can be used: sign, word and colour. */
final class StateBadge extends Span {
    private static final long serialVersionUID = 1L;

    StateBadge(IdentifierState state) {
        Span sign = new Span(signOf(state));
        sign.getElement().setAttribute("aria-hidden", "true");
        addClassNames(styleOf(state).split(" "));
        add(sign, new Span(getTranslation(Messages.keyOf(state))));
    }

    static String signOf(IdentifierState state) {
        return switch (state) {
            case VALID -> "●";
            case NOT_YET -> "◐";
            case EXPIRED, USED_UP -> "○";
            case REVOKED, SUSPENDED -> "✕";
        };
    }

    static String styleOf(IdentifierState state) {
        return "user-status"
                + switch (state) {
                    case VALID -> " active";
                    case REVOKED, SUSPENDED -> " suspended";
                    case NOT_YET, EXPIRED, USED_UP -> "";
                };
    }
}
