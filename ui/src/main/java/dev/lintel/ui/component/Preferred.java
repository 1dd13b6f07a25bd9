package dev.lintel.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import dev.lintel.domain.user.Preferences;

/** How whoever is looking likes things shown. Kept in the session, since every list asks. */
public final class Preferred {
    private static final String ATTRIBUTE = Preferences.class.getName();

    private Preferred() {}

    public static Preferences of(UI ui) {
        VaadinSession session = ui.getSession();
        return session.getAttribute(ATTRIBUTE) instanceof Preferences preferences
                ? preferences
                : Preferences.initial(ui.getLocale());
    }

    /** From here on things are shown like this. */
    public static void remember(UI ui, Preferences preferences) {
        ui.getSession().setAttribute(ATTRIBUTE, preferences);
    }
}
