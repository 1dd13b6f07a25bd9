package dev.lintel.ui.group;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.lintel.domain.group.FoundGroup;

/** A group with the way to it. */
final class FoundLine extends Div {
    private static final long serialVersionUID = 1L;

    FoundLine(FoundGroup found) {
        addClassName("group-option");
        Span path = new Span(String.join(" / ", found.path()));
        path.addClassName("group-path");
        add(new Span(found.node().name()), path);
    }
}
