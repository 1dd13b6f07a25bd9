package dev.lintel.ui.listing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Operator;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what a person writes values with, fit for a field and an operator. */
record ValueEditors(ListWords words) {
    private static final List<String> UNITS = List.of("d", "h", "m");

    /** An editor of plain parts. */
    private record Plain(Component component, Consumer<List<String>> shown, Supplier<@Nullable List<String>> read)
            implements ValueEditor {
        @Override
        public void show(List<String> texts) {
            shown.accept(texts);
        }

        @Override
        public @Nullable List<String> texts() {
            return read.get();
        }
    }

    ValueEditor of(Field<?> field, Operator operator) {
        return switch (operator) {
            case EMPTY, FILLED -> new Plain(new Div(), texts -> {}, List::of);
            case LAST -> span();
            case BETWEEN -> moments(2);
            default ->
                switch (field.type()) {
                    case FieldType.Text text -> text();
                    case FieldType.Number number -> number();
                    case FieldType.Moment moment -> moments(1);
                    case FieldType.YesNo yesNo -> yesNo();
                    case FieldType.Choice<?> choice -> choice(choice);
                    case FieldType.Reference reference -> reference(field.key());
                };
        };
    }

    private ValueEditor text() {
        TextField field = new TextField(words.text("list.value"));
        field.setMaxLength(FieldType.Text.LONGEST);
        return new Plain(
                field,
                texts -> field.setValue(texts.getFirst()),
                () -> field.getValue().isBlank() ? null : List.of(field.getValue()));
    }

    private ValueEditor number() {
        IntegerField field = new IntegerField(words.text("list.value"));
        return new Plain(
                field,
                texts -> field.setValue(Integer.valueOf(texts.getFirst())),
                () -> field.getValue() == null ? null : List.of(field.getValue().toString()));
    }

    private ValueEditor yesNo() {
        Select<Boolean> field = new Select<>();
        field.setLabel(words.text("list.value"));
        field.setItems(true, false);
        field.setItemLabelGenerator(words::cell);
        field.setValue(true);
        return new Plain(
                field,
                texts -> field.setValue(Boolean.valueOf(texts.getFirst())),
                () -> List.of(String.valueOf(field.getValue())));
    }

    private ValueEditor span() {
        IntegerField count = new IntegerField(words.text("list.value"));
        count.setMin(1);
        count.setMax(9999);
        count.setValue(24);
        Select<String> unit = new Select<>();
        unit.setItems(UNITS);
        unit.setItemLabelGenerator(letter -> words.text("list.unit." + letter));
        unit.setAriaLabel(words.text("list.unit"));
        unit.setValue("h");
        Div both = new Div(count, unit);
        both.addClassName("time-span");
        return new Plain(
                both,
                texts -> {
                    String text = texts.getFirst();
                    count.setValue(Integer.valueOf(text.substring(0, text.length() - 1)));
                    unit.setValue(text.substring(text.length() - 1));
                },
                () -> count.isInvalid() || count.getValue() == null
                        ? null
                        : List.of(count.getValue() + unit.getValue()));
    }

    private ValueEditor moments(int count) {
        List<DateTimePicker> pickers = Stream.of("list.from", "list.until")
                .limit(count)
                .map(key -> picker(words.text(count == 1 ? "list.value" : key)))
                .toList();
        Div all = new Div();
        all.addClassName("moments");
        pickers.forEach(all::add);
        return new Plain(
                all,
                texts -> {
                    for (int i = 0; i < count; i++) {
                        pickers.get(i).setValue(local(Instant.parse(texts.get(i))));
                    }
                },
                () -> pickers.stream().anyMatch(picker -> picker.getValue() == null)
                        ? null
                        : pickers.stream()
                                .map(picker -> picker.getValue()
                                        .atZone(words.moments().zone())
                                        .toInstant()
                                        .toString())
                                .toList());
    }

    private DateTimePicker picker(String label) {
        DateTimePicker picker = new DateTimePicker(label);
        picker.setStep(Duration.ofMinutes(15));
        picker.setLocale(Language.nearest(words.moments().locale()).locale());
        picker.setDatePickerI18n(DateWords.in(UI.getCurrentOrThrow()));
        return picker;
    }

    private LocalDateTime local(Instant instant) {
        return instant.atZone(words.moments().zone()).toLocalDateTime();
    }

    private <E extends Enum<E>> ValueEditor choice(FieldType.Choice<E> type) {
        MultiSelectComboBox<E> field = new MultiSelectComboBox<>(words.text("list.anyOf"));
        field.setItems(Arrays.asList(type.constants().getEnumConstants()));
        field.setItemLabelGenerator(words::cell);
        return new Plain(
                field,
                texts -> field.setValue(texts.stream().map(type::read).toList()),
                () -> none(field.getValue().stream().map(type::write).toList()));
    }

    private ValueEditor reference(String key) {
        ReferenceChoices choices = Objects.requireNonNull(words.references().get(key));
        MultiSelectComboBox<Choice> field = new MultiSelectComboBox<>(words.text("list.anyOf"));
        field.setItems(
                query -> choices.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        field.setItemLabelGenerator(Choice::name);
        return new Plain(
                field,
                texts -> field.setValue(texts.stream()
                        .map(id -> new Choice(id, choices.nameOf(id)))
                        .toList()),
                () -> none(field.getValue().stream().map(Choice::id).toList()));
    }

    private static @Nullable List<String> none(Collection<String> texts) {
        return texts.isEmpty() ? null : List.copyOf(texts);
    }
}
