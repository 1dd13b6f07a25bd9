package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Map;
import java.util.function.Consumer;

/** Stands above the widgets while they are arranged: what is hidden, and the way back to how it usually is. */
final class ArrangeBar extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<String> show;
    private final Div hidden = new Div();
    private final Span said = new Span();

    ArrangeBar(Consumer<String> show, Runnable reset) {
        this.show = show;
        addClassName("arrange-bar");
        hidden.addClassName("arrange-hidden");
        Button usual = new Button(getTranslation("dashboard.usual"), VaadinIcon.ROTATE_LEFT.create());
        usual.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        usual.addClickListener(click -> reset.run());
        said.addClassName("visually-hidden");
        said.getElement().setAttribute("role", "status").setAttribute("aria-live", "polite");
        add(new Paragraph(getTranslation("dashboard.arrangeText")), hidden, usual, said);
    }

    /** @param names of the widgets that are not shown, by their keys */
    void showHidden(Map<String, String> names) {
        hidden.removeAll();
        if (!names.isEmpty()) {
            hidden.add(new Span(getTranslation("dashboard.hidden")));
        }
        names.forEach((key, name) -> {
            Button button = new Button(name, VaadinIcon.PLUS.create(), click -> show.accept(key));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(getTranslation("widget.show", name));
            hidden.add(button);
        });
    }

    /** For those who do not see what happened. */
    void say(String sentence) {
        said.setText(sentence);
    }
}
