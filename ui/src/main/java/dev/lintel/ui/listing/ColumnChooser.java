package dev.lintel.ui.listing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Which columns are there. The first one always is: it names the record. */
final class ColumnChooser extends Button {
    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<String> boxes = new CheckboxGroup<>();

    ColumnChooser(List<String> columns, ListWords words, Consumer<Set<String>> listener) {
        super(VaadinIcon.GRID_H.create());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        addClassName("column-chooser");
        setTooltipText(words.text("list.columns"));
        setAriaLabel(words.text("list.columns"));
        boxes.setLabel(words.text("list.columns"));
        boxes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        boxes.setItems(columns);
        boxes.setItemLabelGenerator(words::heading);
        boxes.setItemEnabledProvider(key -> !key.equals(columns.getFirst()));
        boxes.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.accept(change.getValue());
            }
        });
        Popover popover = new Popover(boxes);
        popover.setTarget(this);
        popover.setAutofocus(true);
    }

    void show(Set<String> keys) {
        boxes.setValue(keys);
    }
}
