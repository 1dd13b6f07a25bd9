package dev.lintel.ui.component;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The product's sign and name. */
public final class Wordmark extends Span {
    private static final long serialVersionUID = 1L;

    public Wordmark() {
        addClassName("wordmark");
        Image mark = new Image("images/mark.svg", "");
        mark.getElement().setAttribute("aria-hidden", "true");
        add(mark, new Span("Lintel"));
    }
}
