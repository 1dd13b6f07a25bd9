package dev.lintel.ui.listing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What can be done with the selected records; there only while some are. */
final class BulkBar<T> extends Div {
    private static final long serialVersionUID = 1L;

    private final transient ListWords words;
    private final Span count = new Span();
    private transient List<T> selected = List.of();

    BulkBar(ListWords words, Runnable clear) {
        this.words = words;
        addClassName("bulk-bar");
        getElement().setAttribute("role", "status");
        Button none = new Button(words.text("list.selectNone"), click -> clear.run());
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add(count, none);
        setVisible(false);
    }

    void offer(String label, Consumer<List<T>> action) {
        Button button = new Button(label, click -> action.accept(selected));
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        add(button);
    }

    void show(Set<T> chosen) {
        selected = new ArrayList<>(chosen);
        count.setText(words.text("list.selected", selected.size()));
        setVisible(!selected.isEmpty());
    }
}
