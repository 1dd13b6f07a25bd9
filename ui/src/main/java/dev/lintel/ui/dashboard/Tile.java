package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A number and what it counts. */
final class Tile extends Div {
    private static final long serialVersionUID = 1L;

    private final Span number;
    private final Span name;

    Tile(String key, long count) {
        this(key, count, false);
    }

    /** @param orMore whether counting stopped there */
    Tile(String key, long count, boolean orMore) {
        addClassName("tile");
        number = new Span(getTranslation(orMore ? "number.orMore" : "number", count));
        number.addClassName("number");
        name = new Span(getTranslation(key, count));
        add(number, name);
    }

    Tile leadsTo(String address) {
        removeAll();
        Anchor link = new Anchor(address, number, name);
        add(link);
        return this;
    }
}
