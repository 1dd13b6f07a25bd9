package dev.lintel.ui.restriction;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.lintel.domain.restriction.LockChoice;
import dev.lintel.domain.restriction.RestrictionDraft;
import dev.lintel.domain.restriction.RestrictionLine;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The doors of a restriction: one is added by choosing a device, then says which direction and which lock. */
final class LinesField extends CustomField<List<RestrictionLine>> {
    private static final long serialVersionUID = 1L;
    private static final int ROWS_WITHOUT_SCROLLING = 8;

    private final transient ReferenceChoices devices;
    private final transient List<Row> rows = new ArrayList<>();
    private final Grid<Row> grid = new Grid<>();
    private final ComboBox<Choice> adder = new ComboBox<>();

    /** A line while it is edited. */
    private static final class Row {
        private final String device;
        private final String name;
        private String accessPoint;
        private LockChoice lock;

        Row(RestrictionLine line, String name) {
            this.device = line.device();
            this.name = name;
            this.accessPoint = line.accessPoint() == null ? "" : line.accessPoint();
            this.lock = line.lock();
        }

        RestrictionLine line() {
            return new RestrictionLine(device, accessPoint.isBlank() ? null : accessPoint.strip(), lock);
        }
    }

    /** @param devices that can be chosen, by id */
    LinesField(ReferenceChoices devices) {
        super(List.of());
        this.devices = devices;
        addClassName("lines-field");
        setLabel(getTranslation("restriction.lines"));
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER);
        grid.addClassName("headless");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(new ComponentRenderer<>(this::line));
        adder.setPlaceholder(getTranslation("restriction.addDevice"));
        adder.setAriaLabel(getTranslation("restriction.addDevice"));
        adder.setItemLabelGenerator(Choice::name);
        adder.setItems(
                query -> devices.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        adder.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                add(change.getValue());
            }
        });
        Div content = new Div(grid, adder);
        content.addClassName("lines-content");
        add(content);
        refresh();
    }

    private void add(Choice device) {
        rows.add(new Row(new RestrictionLine(device.id(), null, LockChoice.ALL), device.name()));
        adder.clear();
        changed();
    }

    private void changed() {
        refresh();
        updateValue();
    }

    private void refresh() {
        grid.setItems(rows);
        grid.setVisible(!rows.isEmpty());
        grid.setAllRowsVisible(rows.size() <= ROWS_WITHOUT_SCROLLING);
        if (rows.size() > ROWS_WITHOUT_SCROLLING) {
            grid.setHeight("24rem");
        }
    }

    private Component line(Row row) {
        Div line = new Div(new Span(row.name), point(row), lock(row), remover(row));
        line.addClassName("door-line");
        return line;
    }

    private Component point(Row row) {
        TextField field = new TextField();
        field.setAriaLabel(getTranslation("restriction.accessPointOf", row.name));
        field.setPlaceholder(getTranslation("restriction.everyDirection"));
        field.setMaxLength(RestrictionDraft.LONGEST_ACCESS_POINT);
        field.setValue(row.accessPoint);
        field.setReadOnly(isReadOnly());
        field.addValueChangeListener(change -> {
            row.accessPoint = change.getValue();
            updateValue();
        });
        return field;
    }

    private Component lock(Row row) {
        Select<LockChoice> select = new Select<>();
        select.setAriaLabel(getTranslation("restriction.lockOf", row.name));
        select.setItems(LockChoice.values());
        select.setItemLabelGenerator(choice -> getTranslation(Messages.keyOf(choice)));
        select.setValue(row.lock);
        select.setReadOnly(isReadOnly());
        select.addValueChangeListener(change -> {
            row.lock = change.getValue();
            updateValue();
        });
        return select;
    }

    private Component remover(Row row) {
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            rows.remove(row);
            changed();
            adder.focus();
        });
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        remove.setAriaLabel(getTranslation("action.removeOf", row.name));
        remove.setVisible(!isReadOnly());
        return remove;
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        adder.setVisible(!readOnly);
        refresh();
    }

    /** How people read a line. */
    String text(RestrictionLine line) {
        return Stream.of(
                        name(line.device()),
                        line.accessPoint() == null ? "" : line.accessPoint(),
                        line.lock() == LockChoice.ALL ? "" : getTranslation(Messages.keyOf(line.lock())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String name(String device) {
        String name = devices.nameOf(device);
        return name.equals(device) ? getTranslation("restriction.doorElsewhere") : name;
    }

    @Override
    protected List<RestrictionLine> generateModelValue() {
        return rows.stream().map(Row::line).toList();
    }

    @Override
    protected void setPresentationValue(@Nullable List<RestrictionLine> lines) {
        rows.clear();
        if (lines != null) {
            lines.forEach(line -> rows.add(new Row(line, name(line.device()))));
        }
        refresh();
    }
}
