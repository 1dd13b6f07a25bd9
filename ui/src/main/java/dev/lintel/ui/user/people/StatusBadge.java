package dev.lintel.ui.user.people;

import com.vaadin.flow.component.html.Span;
import dev.lintel.domain.user.people.UserStatus;
import dev.lintel.domain.wire.WireName;
import dev.lintel.ui.i18n.Messages;

/** How far somebody has come: sign, word and colour. */
final class StatusBadge extends Span {
    private static final long serialVersionUID = 1L;

    StatusBadge(UserStatus status) {
        Span sign = new Span(signOf(status));
        sign.getElement().setAttribute("aria-hidden", "true");
        addClassNames("user-status", styleOf(status));
        add(sign, new Span(getTranslation(Messages.keyOf(status))));
    }

    static String signOf(UserStatus status) {
        return switch (status) {
            case ACTIVE -> "●";
            case SUSPENDED -> "✕";
            case INVITED -> "◐";
            case INVITATION_EXPIRED, NOT_INVITED -> "○";
        };
    }

    static String styleOf(UserStatus status) {
        return WireName.of(status);
    }
}
