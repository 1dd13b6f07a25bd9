package dev.lintel.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;

/** The head of a view: what it is, and at the same place everywhere what can be done. */
public final class ViewHeader extends Header {
    private static final long serialVersionUID = 1L;

    public ViewHeader(String title, Component... actions) {
        addClassName("view-header");
        add(new H1(title));
        if (actions.length > 0) {
            Div side = new Div(actions);
            side.addClassName("actions");
            add(side);
        }
    }
}
