package dev.lintel.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** Names and values, one under the other. What is not known is left out. */
public class Facts extends DescriptionList {
    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("facts");
    }

    /** @param key of the name's text */
    public final void fact(String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fact(key, new Span(value));
        }
    }

    public final void fact(String key, Component value) {
        add(new Term(getTranslation(key)), new Description(value));
    }
}
