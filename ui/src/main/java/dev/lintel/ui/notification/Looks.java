package dev.lintel.ui.notification;

import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.notification.NoticeColour;
import dev.lintel.domain.notification.NoticeIcon;
import java.util.Locale;

/** How colours and signs of notifications are drawn. */
final class Looks {
    private Looks() {}

    static VaadinIcon icon(NoticeIcon icon) {
        return switch (icon) {
            case BELL -> VaadinIcon.BELL;
            case WARNING -> VaadinIcon.WARNING;
            case SHIELD -> VaadinIcon.SHIELD;
            case KEY -> VaadinIcon.KEY;
            case DOOR -> VaadinIcon.ENTER_ARROW;
            case CAR -> VaadinIcon.CAR;
            case USER -> VaadinIcon.USER;
            case CLOCK -> VaadinIcon.CLOCK;
            case FLAG -> VaadinIcon.FLAG;
            case STAR -> VaadinIcon.STAR;
        };
    }

    /** The class that gives an element the colour. */
    static String style(NoticeColour colour) {
        return "notice-" + colour.name().toLowerCase(Locale.ROOT);
    }
}
