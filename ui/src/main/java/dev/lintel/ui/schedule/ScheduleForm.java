package dev.lintel.ui.schedule;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.InvalidRecurrenceException;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.schedule.edit.ScheduleDraft;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Field;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Problem;
import dev.lintel.domain.schedule.repetition.PastedRule;
import dev.lintel.domain.schedule.repetition.Repeat;
import dev.lintel.domain.schedule.repetition.Repetition.Own;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a schedule. What they say is a draft at any moment, unless something is missing. */
final class ScheduleForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final transient Project project;
    private final transient Runnable changed;
    private final TextField name = new TextField(getTranslation("schedules.name"));
    private final TextField description = new TextField(getTranslation("schedules.description"));
    private final Checkbox allDay = new Checkbox(getTranslation("schedule.allDay"));
    private final DatePicker firstDay = date("schedule.firstDay");
    private final DatePicker lastDay = date("schedule.lastOfOne");
    private final TimePicker from = time("schedule.from");
    private final TimePicker to = time("schedule.to");
    private final RadioButtonGroup<HolidayUse> holidays = new RadioButtonGroup<>();
    private final ComboBox<ZoneId> zone = new ComboBox<>(getTranslation("schedule.timeZone"));
    private final RepeatFields repeat;
    private final Refusals refusals = new Refusals(ScheduleForm::said, Refusals::namedReason);
    /** While fields are filled, and before: what they say then is no change. */
    private boolean showing = true;

    ScheduleForm(Project project, Runnable changed) {
        this.project = project;
        this.changed = changed;
        this.repeat = new RepeatFields(date("schedule.until"), this::understood, this::change);
        addClassName("schedule-form");
        refusals.at(Field.NAME, name);
        refusals.at(Field.DESCRIPTION, description);
        refusals.at(Field.START, firstDay);
        refusals.at(Field.END, lastDay);
        refusals.at(Field.RRULE, this::refuseRule, repeat::focusRule);
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(Schedule.LONGEST_NAME);
        description.setMaxLength(Schedule.LONGEST_DESCRIPTION);
        holidays.setLabel(getTranslation("holidays.title"));
        holidays.setItems(HolidayUse.values());
        holidays.setItemLabelGenerator(use -> getTranslation(Messages.keyOf(use)));
        zone.setItems(
                ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList());
        zone.setPlaceholder(project.timeZone().getId());
        zone.setClearButtonVisible(true);
        zone.setHelperText(getTranslation("schedule.timeZoneHelp"));
        firstDay.addValueChangeListener(day -> moveEnd(day.getOldValue(), day.getValue()));
        Stream.<HasValue<?, ?>>of(firstDay, lastDay, from, to, holidays, zone)
                .forEach(field -> field.addValueChangeListener(value -> change()));
        allDay.addValueChangeListener(value -> {
            showFields();
            change();
        });
        Div days = new Div(firstDay, lastDay);
        Div times = new Div(from, to);
        days.addClassName("field-row");
        times.addClassName("field-row");
        add(
                new Section(name, description),
                new Section(new H2(getTranslation("schedule.when")), allDay, days, times, repeat),
                new Section(holidays, zone));
    }

    /** For a new one on working days, from the first of them on: a first day that the rule does not name has no form. */
    void begin(LocalDate today) {
        LocalDate first = today;
        while (first.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            first = first.plusDays(1);
        }
        LocalDateTime nine = first.atTime(NINE);
        show(new ScheduleDraft(
                "", "", nine, nine.withHour(18), false, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", null, HolidayUse.IGNORED));
        name.focus();
    }

    void show(ScheduleDraft draft) {
        showing = true;
        name.setValue(draft.name());
        description.setValue(draft.description());
        allDay.setValue(draft.allDay());
        firstDay.setValue(draft.start().toLocalDate());
        lastDay.setValue(draft.end().toLocalDate());
        from.setValue(draft.allDay() ? NINE : draft.start().toLocalTime());
        to.setValue(draft.allDay() ? NINE.plusHours(9) : draft.end().toLocalTime());
        holidays.setValue(draft.holidays());
        zone.setValue(draft.timeZone());
        Repeat kept = Repeat.of(draft.as(""));
        String rule = draft.rrule();
        repeat.begin(draft.start().toLocalDate());
        // a first day that the form does not name is kept as it is: the form would move it
        boolean fits = kept.form().fits(draft.start().toLocalDate());
        repeat.show(fits || rule == null ? kept : new Repeat(new Own(rule), null));
        showFields();
        showing = false;
    }

    void readOnly() {
        getElement().setAttribute("inert", true);
    }

    String typedName() {
        return name.getValue();
    }

    /** What the fields say; empty, with words at the fields, when something is missing or cannot be. */
    Optional<ScheduleDraft> draft() {
        refusals.clear();
        Stream.of(from, to).forEach(field -> field.setInvalid(false));
        LocalDate first = firstDay.getValue();
        LocalDate last = lastDay.getValue();
        LocalTime opens = allDay.getValue() ? LocalTime.MIDNIGHT : from.getValue();
        LocalTime closes = allDay.getValue() ? LocalTime.MIDNIGHT : to.getValue();
        boolean complete = first != null && last != null && opens != null && closes != null;
        Repeat chosen;
        try {
            chosen = complete ? repeat.chosen() : null;
        } catch (InvalidRecurrenceException refused) {
            repeat.refuseRule(RuleFaults.sentence(UI.getCurrentOrThrow(), refused.fault()));
            return Optional.empty();
        }
        if (!complete) {
            markEmpty(firstDay, first);
            markEmpty(lastDay, last);
            markEmpty(from, opens);
            markEmpty(to, closes);
        }
        return chosen == null ? Optional.empty() : fitted(first.atTime(opens), last.atTime(closes), chosen);
    }

    /** Begins on the first day that the form names, and ends on the next one when the time says so. */
    private Optional<ScheduleDraft> fitted(LocalDateTime start, LocalDateTime end, Repeat chosen) {
        LocalDate wished = start.toLocalDate();
        Optional<LocalDate> first = chosen.form().firstFrom(wished);
        if (first.isEmpty()) {
            refuse(firstDay, getTranslation("schedule.never"));
            return Optional.empty();
        }
        long later = ChronoUnit.DAYS.between(wished, first.get());
        firstDay.setHelperText(
                later == 0
                        ? null
                        : getTranslation("schedule.firstTime", first.get().toString()));
        boolean nextDay =
                !allDay.getValue() && !end.isAfter(start) && end.toLocalDate().equals(wished);
        to.setHelperText(nextDay ? getTranslation("schedule.nextDay") : null);
        return Optional.of(new ScheduleDraft(
                name.getValue(),
                description.getValue(),
                start.plusDays(later),
                end.plusDays(later + (nextDay ? 1 : 0)),
                allDay.getValue(),
                chosen.rule(),
                zone.getValue(),
                holidays.getValue()));
    }

    /** Where it is told what a service did not take. */
    Refusals refusals() {
        return refusals;
    }

    private static String said(FieldProblem problem) {
        return problem instanceof Problem of && of.fault() != null
                ? RuleFaults.sentence(UI.getCurrentOrThrow(), of.fault())
                : Refusals.reason(problem);
    }

    private void refuseRule(String sentence) {
        if (!sentence.isEmpty()) {
            repeat.refuseRule(sentence);
        }
    }

    private Repeat understood(Repeat written) {
        LocalDateTime start = firstDay.getValue().atTime(allDay.getValue() ? LocalTime.MIDNIGHT : from.getValue());
        ZoneId clock = zone.getValue() == null ? project.timeZone() : zone.getValue();
        String rule = PastedRule.clean(String.valueOf(written.rule()), start, clock);
        Schedule tried = new Schedule(
                "", "", start, start.plusMinutes(1), allDay.getValue(), rule, clock, HolidayUse.IGNORED, "");
        Repeat found = Repeat.of(tried);
        if (found.form() instanceof Own || !found.form().fits(start.toLocalDate())) {
            return new Repeat(new Own(rule), null);
        }
        repeat.show(found);
        return found;
    }

    private void moveEnd(@Nullable LocalDate before, @Nullable LocalDate after) {
        if (showing || after == null) {
            return;
        }
        repeat.follow(after);
        if (before != null && lastDay.getValue() != null) {
            lastDay.setValue(lastDay.getValue().plusDays(ChronoUnit.DAYS.between(before, after)));
        }
    }

    private void showFields() {
        from.setVisible(!allDay.getValue());
        to.setVisible(!allDay.getValue());
    }

    private void change() {
        if (!showing) {
            changed.run();
        }
    }

    private void markEmpty(HasValidation field, @Nullable Object value) {
        if (value == null) {
            refuse(field, getTranslation("ScheduleRefusedException.Reason.MISSING"));
        }
    }

    private static void refuse(HasValidation field, String why) {
        field.setInvalid(true);
        field.setErrorMessage(why);
    }

    private DatePicker date(String label) {
        DatePicker picker = new DatePicker(getTranslation(label));
        picker.setI18n(DateWords.in(UI.getCurrentOrThrow()));
        picker.setLocale(Language.nearest(getLocale()).formats());
        return picker;
    }

    private TimePicker time(String label) {
        TimePicker picker = new TimePicker(getTranslation(label));
        picker.setStep(Duration.ofMinutes(15));
        picker.setLocale(Language.nearest(getLocale()).formats());
        return picker;
    }
}
