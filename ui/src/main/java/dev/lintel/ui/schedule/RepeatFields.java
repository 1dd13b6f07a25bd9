package dev.lintel.ui.schedule;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.selection.MultiSelect;
import dev.lintel.domain.schedule.repetition.DaysOfMonth;
import dev.lintel.domain.schedule.repetition.Repeat;
import dev.lintel.domain.schedule.repetition.Repetition;
import dev.lintel.domain.schedule.repetition.Repetition.Daily;
import dev.lintel.domain.schedule.repetition.Repetition.Monthly;
import dev.lintel.domain.schedule.repetition.Repetition.Once;
import dev.lintel.domain.schedule.repetition.Repetition.Own;
import dev.lintel.domain.schedule.repetition.Repetition.Weekly;
import dev.lintel.domain.schedule.repetition.Repetition.Yearly;
import dev.lintel.ui.i18n.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How something repeats and how long, in the form that is chosen. */
final class RepeatFields extends Div {
    private static final long serialVersionUID = 1L;

    /** The forms, as people tell them apart. */
    enum Form {
        ONCE,
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY,
        OWN
    }

    private final Select<Form> form = new Select<>();
    private final IntegerField every = new IntegerField();
    private final CheckboxGroup<DayOfWeek> weekdays = new CheckboxGroup<>();
    private final CheckboxGroup<Month> months = new CheckboxGroup<>();
    private final DaysOfMonthFields days;
    private final TextArea rule = new TextArea();
    private final DatePicker until;
    private final transient Runnable changed;
    private final transient UnaryOperator<Repeat> understood;
    /** While fields are filled, and before: what they say then is no change. */
    private boolean showing = true;

    /**
     * @param until the picker for the last day, empty for always
     * @param understood finds the form of a rule that somebody wrote; throws InvalidRecurrenceException
     */
    RepeatFields(DatePicker until, UnaryOperator<Repeat> understood, Runnable changed) {
        this.until = until;
        this.understood = understood;
        this.changed = changed;
        this.days = new DaysOfMonthFields(this::change);
        addClassName("repeat-fields");
        form.setLabel(getTranslation("schedule.repeat"));
        form.setItems(Form.values());
        form.setItemLabelGenerator(choice -> getTranslation("schedule.form." + choice));
        form.addValueChangeListener(chosen -> {
            showFields();
            change();
        });
        every.setLabel(getTranslation("schedule.every"));
        every.setStepButtonsVisible(true);
        every.setMin(1);
        every.setMax(Repetition.MOST_EVERY);
        every.addValueChangeListener(number -> change());
        weekdays.setLabel(getTranslation("schedule.weekdays"));
        weekdays.setItems(DayOfWeek.values());
        weekdays.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, language()));
        weekdays.addValueChangeListener(chosen -> change());
        months.setLabel(getTranslation("schedule.months"));
        months.setItems(Month.values());
        months.setItemLabelGenerator(month -> month.getDisplayName(TextStyle.SHORT_STANDALONE, language()));
        months.addValueChangeListener(chosen -> change());
        rule.setLabel(getTranslation("schedule.rule"));
        rule.setHelperText(getTranslation("schedule.ruleHelp"));
        rule.addClassName("rule-text");
        rule.addValueChangeListener(text -> change());
        until.addValueChangeListener(date -> change());
        Div first = new Div(form, every);
        first.addClassName("field-row");
        add(first, weekdays, months, days, rule, until);
    }

    private Locale language() {
        return Language.nearest(getLocale()).locale();
    }

    /** Fills in what the first day suggests, for the forms that are not chosen yet. */
    void begin(LocalDate first) {
        showing = true;
        every.setValue(1);
        weekdays.setValue(Set.of(first.getDayOfWeek()));
        months.setValue(Set.of(first.getMonth()));
        days.begin(first.getDayOfMonth());
        rule.clear();
        showing = false;
    }

    /** Lets what is not chosen, and so not seen, follow another first day. */
    void follow(LocalDate first) {
        boolean wasShowing = showing;
        showing = true;
        Form chosen = form.getValue();
        if (chosen != Form.WEEKLY) {
            weekdays.setValue(Set.of(first.getDayOfWeek()));
        }
        if (chosen != Form.YEARLY) {
            months.setValue(Set.of(first.getMonth()));
        }
        if (chosen != Form.MONTHLY && chosen != Form.YEARLY) {
            days.begin(first.getDayOfMonth());
        }
        showing = wasShowing;
    }

    void show(Repeat repeat) {
        showing = true;
        until.setValue(repeat.until());
        switch (repeat.form()) {
            case Once once -> form.setValue(Form.ONCE);
            case Daily daily -> show(Form.DAILY, daily.every());
            case Weekly weekly -> {
                show(Form.WEEKLY, weekly.every());
                weekdays.setValue(Set.copyOf(weekly.days()));
            }
            case Monthly monthly -> {
                show(Form.MONTHLY, monthly.every());
                days.show(monthly.days());
            }
            case Yearly yearly -> {
                show(Form.YEARLY, yearly.every());
                months.setValue(Set.copyOf(yearly.months()));
                days.show(yearly.days());
            }
            case Own own -> {
                form.setValue(Form.OWN);
                rule.setValue(own.rule());
            }
        }
        showFields();
        showing = false;
    }

    private void show(Form chosen, int number) {
        form.setValue(chosen);
        every.setValue(number);
    }

    /**
     * What is chosen; null with words at the fields when something is missing.
     *
     * @throws dev.lintel.domain.schedule.InvalidRecurrenceException when a written rule cannot be evaluated
     */
    @Nullable
    Repeat chosen() {
        if (form.getValue() == Form.OWN) {
            String text = rule.getValue().strip();
            rule.setInvalid(text.isEmpty());
            rule.setErrorMessage(getTranslation("schedule.ruleMissing"));
            return text.isEmpty() ? null : understood.apply(new Repeat(new Own(text), null));
        }
        Integer number = every.getValue();
        if (number == null || number < 1 || number > Repetition.MOST_EVERY) {
            every.setInvalid(true);
            return null;
        }
        every.setInvalid(false);
        Repetition chosen = form(number);
        LocalDate end = form.getValue() == Form.ONCE ? null : until.getValue();
        return chosen == null ? null : new Repeat(chosen, end);
    }

    private @Nullable Repetition form(int number) {
        return switch (Objects.requireNonNull(form.getValue())) {
            case DAILY -> new Daily(number);
            case WEEKLY -> isChosen(weekdays) ? new Weekly(number, List.copyOf(weekdays.getValue())) : null;
            case MONTHLY -> {
                DaysOfMonth of = days.chosen();
                yield of == null ? null : new Monthly(number, of);
            }
            case YEARLY -> {
                DaysOfMonth of = days.chosen();
                boolean any = isChosen(months);
                yield of == null || !any ? null : new Yearly(number, List.copyOf(months.getValue()), of);
            }
            default -> new Once();
        };
    }

    /** Says at the rule why it cannot be used. */
    void focusRule() {
        rule.focus();
    }

    void refuseRule(String sentence) {
        rule.setInvalid(true);
        rule.setErrorMessage(getTranslation("schedule.ruleRefused", sentence));
    }

    private boolean isChosen(CheckboxGroup<?> group) {
        boolean any = !((MultiSelect<?, ?>) group).getSelectedItems().isEmpty();
        group.setInvalid(!any);
        group.setErrorMessage(any ? null : getTranslation("schedule.chooseOne"));
        return any;
    }

    private void showFields() {
        Form chosen = form.getValue();
        boolean repeats = chosen != Form.ONCE && chosen != Form.OWN;
        every.setVisible(repeats);
        until.setVisible(repeats);
        weekdays.setVisible(chosen == Form.WEEKLY);
        months.setVisible(chosen == Form.YEARLY);
        days.setVisible(chosen == Form.MONTHLY || chosen == Form.YEARLY);
        rule.setVisible(chosen == Form.OWN);
        every.setSuffixComponent(repeats ? unit(chosen) : null);
    }

    private Component unit(Form chosen) {
        return new Span(getTranslation("schedule.unit." + chosen));
    }

    private void change() {
        if (!showing) {
            changed.run();
        }
    }
}
