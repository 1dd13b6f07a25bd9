package dev.lintel.ui.listing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Filter;
import dev.lintel.domain.listing.Filter.Match;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Operator;
import dev.lintel.ui.component.ChosenProject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The search box and the conditions, each of which can be changed or taken away. Tells when a person makes it another query. */
final class FilterBar<T> extends Div {
    private static final long serialVersionUID = 1L;
    private static final int TYPING_PAUSE_MILLIS = 400;

    private final transient ListWords words;
    private final transient Consumer<ListQuery<T>> listener;
    private final transient @Nullable Field<T> sought;
    private final TextField search = new TextField();
    private final Button add;
    private final Div chips = new Div();
    private final Select<Match> match = new Select<>();
    private final Popover popover = new Popover();
    private final ConditionEditor<T> editor;
    private transient ListQuery<T> shown;
    private int edited = -1;

    FilterBar(ListDescription<T> list, ListWords words, Consumer<ListQuery<T>> listener) {
        this.words = words;
        this.listener = listener;
        this.shown = ListQuery.everything(list.records().listing());
        String box = list.look().search();
        this.sought = box == null ? null : list.records().listing().known(box);
        addClassName("filters");
        getElement().setAttribute("role", "search").setAttribute("aria-label", words.text("filter.label"));
        search.setVisible(sought != null);
        search.setPlaceholder(box == null ? "" : words.text("list.search", words.heading(box)));
        search.setAriaLabel(search.getPlaceholder());
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(FieldType.Text.LONGEST);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_PAUSE_MILLIS);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listener.accept(shown.narrowedTo(searched()));
            }
        });
        add = new Button(words.text("list.add"), VaadinIcon.FILTER.create(), click -> edit(-1, click.getSource()));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        if (sought == null) {
            add.addFocusShortcut(Key.SLASH);
        } else {
            search.addFocusShortcut(Key.SLASH).setBrowserDefaultAllowed(false);
        }
        match.setItems(Match.values());
        match.setItemLabelGenerator(words::cell);
        match.setAriaLabel(words.text("list.match"));
        match.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                tell(change.getValue(), shown.filter().conditions());
            }
        });
        editor = new ConditionEditor<>(offered(list), words, this::take);
        popover.add(editor);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setOpenOnClick(false);
        popover.setAutofocus(true);
        popover.setCloseOnOutsideClick(true);
        popover.setAriaLabel(words.text("list.add"));
        chips.addClassName("chips");
        add(search, add, match, chips, popover);
    }

    /** The fields that people can filter by: the project is chosen elsewhere, and nobody types ids. */
    private static <T> List<Field<T>> offered(ListDescription<T> list) {
        return list.records().listing().fields().stream()
                .filter(field -> !field.key().equals(ChosenProject.PARAMETER))
                .filter(field -> !(field.type() instanceof FieldType.Reference)
                        || list.look().references().containsKey(field.key()))
                .toList();
    }

    /** Shows a query without telling anybody. */
    void show(ListQuery<T> query) {
        shown = query;
        search.setValue(query.narrowing().stream()
                .filter(condition -> condition.field().equals(sought))
                .findFirst()
                .map(condition -> condition.texts().getFirst())
                .orElse(""));
        List<Condition<T>> conditions = query.filter().conditions();
        add.setVisible(conditions.size() < Filter.MOST_CONDITIONS);
        // hidden, not absent: a select that the browser only just got forgets what is chosen in its first moment
        match.getElement().setAttribute("hidden", conditions.size() < 2);
        match.setValue(query.filter().match());
        chips.removeAll();
        for (int i = 0; i < conditions.size(); i++) {
            chips.add(chip(i, conditions.get(i)));
        }
        if (!conditions.isEmpty()) {
            Button clear = new Button(words.text("filter.clear"), click -> tell(Match.ALL, List.of()));
            clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            chips.add(clear);
        }
    }

    private Component chip(int index, Condition<T> condition) {
        String sentence = words.sentence(condition);
        Button change = new Button(sentence);
        change.addClickListener(click -> edit(index, change));
        Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> {
            List<Condition<T>> rest = new ArrayList<>(shown.filter().conditions());
            rest.remove(index);
            tell(shown.filter().match(), rest);
        });
        remove.setAriaLabel(words.text("list.removeCondition", sentence));
        for (Button button : List.of(change, remove)) {
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        }
        Span chip = new Span(change, remove);
        chip.addClassName("chip");
        return chip;
    }

    private void edit(int index, Component beside) {
        edited = index;
        editor.show(index < 0 ? null : shown.filter().conditions().get(index));
        popover.setTarget(beside);
        popover.open();
    }

    private void take(Condition<T> condition) {
        popover.close();
        List<Condition<T>> conditions = new ArrayList<>(shown.filter().conditions());
        if (edited < 0) {
            conditions.add(condition);
        } else {
            conditions.set(edited, condition);
        }
        tell(shown.filter().match(), conditions);
    }

    private void tell(Match how, List<Condition<T>> conditions) {
        listener.accept(shown.with(new Filter<>(how, conditions)));
    }

    private List<Condition<T>> searched() {
        List<Condition<T>> narrowing = new ArrayList<>(shown.narrowing());
        narrowing.removeIf(condition -> condition.field().equals(sought));
        String text = search.getValue().strip();
        if (sought != null && !text.isEmpty()) {
            narrowing.add(Condition.read(sought, Operator.HAS, List.of(text)));
        }
        return narrowing;
    }
}
