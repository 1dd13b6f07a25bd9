package dev.lintel.ui.layout;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import dev.lintel.ui.component.EmptyState;

/** A calm page instead of a broken one, with the way back. */
abstract class ErrorPage extends Main {
    private static final long serialVersionUID = 1L;

    ErrorPage() {
        addClassName("error-page");
    }

    /** Shows why; both texts are keys. */
    void explain(String title, String text) {
        removeAll();
        add(new EmptyState(getTranslation(title), getTranslation(text), new Anchor("", getTranslation("error.home"))));
    }
}
