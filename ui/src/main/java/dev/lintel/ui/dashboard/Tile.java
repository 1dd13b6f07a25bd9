package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lintel.domain.listing.Count;

/** A number and what it counts. */
class Tile extends Div {
    private static final long serialVersionUID = 1L;

    private final String words;
    private final Span number = new Span();
    private final Span name = new Span();

    /** @param words key of what is counted, said with the number */
    Tile(String words, String address) {
        this.words = words;
        addClassName("tile");
        number.addClassName("number");
        add(new Anchor(address, number, name));
    }

    final void show(Count count) {
        number.setText(getTranslation(count.more() ? "number.orMore" : "number", count.number()));
        name.setText(getTranslation(words, count.number()));
    }
}
