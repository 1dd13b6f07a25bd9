package dev.lintel.ui.schedule;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import dev.lintel.domain.schedule.repetition.DayKind;
import dev.lintel.domain.schedule.repetition.DaysOfMonth;
import dev.lintel.domain.schedule.repetition.DaysOfMonth.Dates;
import dev.lintel.domain.schedule.repetition.DaysOfMonth.Nth;
import dev.lintel.domain.schedule.repetition.Position;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days of a month: by their dates, or one by its place among those of its kind. */
final class DaysOfMonthFields extends Div {
    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<Boolean> byDate = new RadioButtonGroup<>();
    private final MultiSelectComboBox<Integer> dates = new MultiSelectComboBox<>();
    private final Select<Position> position = new Select<>();
    private final Select<DayKind> kind = new Select<>();

    DaysOfMonthFields(Runnable changed) {
        addClassName("days-of-month");
        byDate.setItems(true, false);
        byDate.setItemLabelGenerator(choice -> getTranslation(choice ? "schedule.byDate" : "schedule.byWeekday"));
        byDate.setAriaLabel(getTranslation("schedule.days"));
        byDate.addValueChangeListener(change -> {
            showChosen();
            changed.run();
        });
        dates.setLabel(getTranslation("schedule.dates"));
        dates.setItems(Stream.concat(IntStream.rangeClosed(1, 31).boxed(), Stream.of(DaysOfMonth.LAST_DAY))
                .toList());
        dates.setItemLabelGenerator(
                date -> date == DaysOfMonth.LAST_DAY ? getTranslation("schedule.lastDay") : date.toString());
        dates.addValueChangeListener(change -> changed.run());
        position.setLabel(getTranslation("schedule.position"));
        position.setItems(Position.values());
        position.setItemLabelGenerator(place -> getTranslation(Messages.keyOf(place)));
        position.addValueChangeListener(change -> changed.run());
        kind.setLabel(getTranslation("schedule.kind"));
        kind.setItems(DayKind.values());
        kind.setItemLabelGenerator(day -> getTranslation(Messages.keyOf(day)));
        kind.addValueChangeListener(change -> changed.run());
        Div nth = new Div(position, kind);
        nth.addClassName("field-row");
        add(byDate, dates, nth);
        begin(1);
    }

    /** With the date of the first day, before anybody chose. */
    void begin(int date) {
        show(new Dates(List.of(date)));
        position.setValue(Position.FIRST);
        kind.setValue(DayKind.MONDAY);
    }

    void show(DaysOfMonth days) {
        switch (days) {
            case Dates chosen -> {
                byDate.setValue(true);
                dates.setValue(Set.copyOf(chosen.dates()));
            }
            case Nth nth -> {
                byDate.setValue(false);
                position.setValue(nth.position());
                kind.setValue(nth.kind());
            }
        }
        showChosen();
    }

    /** What is chosen; null with a word at the field when nothing is. */
    @Nullable
    DaysOfMonth chosen() {
        dates.setInvalid(false);
        if (!Boolean.TRUE.equals(byDate.getValue())) {
            return new Nth(position.getValue(), kind.getValue());
        }
        if (dates.getValue().isEmpty()) {
            dates.setInvalid(true);
            dates.setErrorMessage(getTranslation("schedule.chooseOne"));
            return null;
        }
        return new Dates(List.copyOf(dates.getValue()));
    }

    private void showChosen() {
        boolean date = Boolean.TRUE.equals(byDate.getValue());
        dates.setVisible(date);
        position.setVisible(!date);
        kind.setVisible(!date);
    }
}
