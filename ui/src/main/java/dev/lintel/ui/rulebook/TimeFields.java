package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import dev.lintel.ui.rulebook.RulebookParts.Known;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** When a policy holds. */
final class TimeFields extends Section {
    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<DayOfWeek> days = new CheckboxGroup<>(getTranslation("rulebook.days"));
    private final TimePicker from = new TimePicker(getTranslation("rulebook.from"));
    private final TimePicker to = new TimePicker(getTranslation("rulebook.to"));
    private final RadioButtonGroup<HolidayUse> holidays = new RadioButtonGroup<>(getTranslation("rulebook.holidays"));
    private final DatePicker since = new DatePicker(getTranslation("rulebook.since"));
    private final DatePicker until = new DatePicker(getTranslation("rulebook.until"));

    private final MultiSelectComboBox<Choice> schedules =
            new MultiSelectComboBox<>(getTranslation("rulebook.schedules"));
    private final StateFields state;
    private final transient Choices choices;

    TimeFields(Choices choices, Refusals refusals, Runnable changed) {
        this.choices = choices;
        this.state = new StateFields(choices, refusals, changed);
        schedules.setItemLabelGenerator(Choice::name);
        schedules.setItems(Known.choices(choices.known().schedules()));
        schedules.setPlaceholder(getTranslation("rulebook.any"));
        schedules.setHelperText(getTranslation("rulebook.schedulesHelp"));
        schedules.addValueChangeListener(change -> changed.run());
        Locale language = Language.nearest(getLocale()).locale();
        days.setItems(DayOfWeek.values());
        days.setItemLabelGenerator(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, language));
        days.addValueChangeListener(change -> changed.run());
        for (TimePicker picker : new TimePicker[] {from, to}) {
            picker.setStep(Duration.ofMinutes(30));
            picker.setLocale(Language.nearest(getLocale()).formats());
            picker.setClearButtonVisible(true);
            picker.addValueChangeListener(change -> changed.run());
        }
        to.setHelperText(getTranslation("rulebook.toHelp"));
        holidays.setItems(HolidayUse.values());
        holidays.setItemLabelGenerator(use -> getTranslation("rulebook.holidays." + use));
        holidays.addValueChangeListener(change -> changed.run());
        for (DatePicker picker : new DatePicker[] {since, until}) {
            picker.setI18n(DateWords.in(UI.getCurrentOrThrow()));
            picker.setLocale(Language.nearest(getLocale()).formats());
            picker.setClearButtonVisible(true);
            picker.addValueChangeListener(change -> changed.run());
        }
        refusals.at("times.to", to);
        refusals.at("times.until", until);
        refusals.at("times.schedules", schedules);
        add(
                new H3(getTranslation("rulebook.when")),
                new Paragraph(getTranslation("rulebook.whenHelp")),
                row(from, to),
                days,
                holidays,
                row(since, until),
                schedules,
                state);
    }

    /** Does not ask for the situation at a door. */
    TimeFields withoutState() {
        state.setVisible(false);
        return this;
    }

    /** Whether it asks for a second credential here, and not elsewhere. */
    void askForSecond(boolean here) {
        state.askForSecond(here);
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("field-row");
        return row;
    }

    void show(PolicyTimes times) {
        days.setValue(times.days());
        from.setValue(times.from());
        to.setValue(times.to());
        holidays.setValue(times.holidays());
        since.setValue(times.since());
        until.setValue(times.until());
        Set<Choice> chosen = new LinkedHashSet<>();
        for (String id : times.schedules()) {
            String name = choices.names().schedule(id);
            if (name != null) {
                chosen.add(new Choice(id, name));
            }
        }
        schedules.setValue(chosen);
        state.show(times.state());
    }

    PolicyTimes value() {
        return new PolicyTimes(
                days.getValue(),
                from.getValue(),
                to.getValue(),
                holidays.getValue(),
                since.getValue(),
                until.getValue(),
                schedules.getValue().stream().map(Choice::id).sorted().toList(),
                state.value());
    }
}
