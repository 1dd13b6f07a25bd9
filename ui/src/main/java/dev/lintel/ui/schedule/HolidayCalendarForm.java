package dev.lintel.ui.schedule;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Field;
import dev.lintel.domain.schedule.edit.ScheduleRefusedException.Problem;
import dev.lintel.domain.schedule.holiday.CalendarChangedException;
import dev.lintel.domain.schedule.holiday.CalendarDraft;
import dev.lintel.domain.schedule.holiday.HolidayCalendars;
import dev.lintel.domain.schedule.holiday.StoredCalendar;
import dev.lintel.domain.schedule.holiday.Subscription;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Adds and edits one holiday calendar: by hand, from a file, or by the address it is subscribed from. */
final class HolidayCalendarForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient HolidayCalendars calendars;
    private final transient HolidayWords words;
    private final transient Actor actor;
    private final transient Project project;
    private final transient Consumer<StoredCalendar> saved;
    private final TextField name = new TextField(getTranslation("holidays.name"));
    private final RadioButtonGroup<Boolean> subscribed = new RadioButtonGroup<>();
    private final TextField url = new TextField(getTranslation("holidays.url"));
    private final Div state = new Div();
    private final HolidayTable table;
    private final Section days;
    private final Refusals refusals = new Refusals(Refusals::reason, HolidayCalendarForm::said);
    private transient @Nullable StoredCalendar before;
    private transient CalendarDraft shown;

    HolidayCalendarForm(
            HolidayCalendars calendars,
            HolidayWords words,
            Actor actor,
            Project project,
            Consumer<StoredCalendar> saved) {
        this.calendars = calendars;
        this.words = words;
        this.actor = actor;
        this.project = project;
        this.saved = saved;
        boolean mayEdit = actor.may(Permission.SCHEDULE_EDIT) || actor.may(Permission.SCHEDULE_CREATE);
        this.table = new HolidayTable(words, file -> calendars.read(actor, file), mayEdit);
        this.days = new Section(new H2(getTranslation("holidays.days")), table);
        addClassName("calendar-form");
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(HolidayCalendar.LONGEST_NAME);
        name.setReadOnly(!mayEdit);
        subscribed.setItems(false, true);
        subscribed.setItemLabelGenerator(choice -> getTranslation(choice ? "holidays.subscribed" : "holidays.byHand"));
        subscribed.setAriaLabel(getTranslation("holidays.source"));
        subscribed.setReadOnly(!mayEdit);
        subscribed.setValue(false);
        subscribed.addValueChangeListener(change -> showFields());
        url.setHelperText(getTranslation("holidays.urlHelp"));
        url.setClassName("wide-field");
        refusals.at(Field.NAME, name);
        refusals.at(Field.URL, url);
        add(new Section(name, subscribed, url, state), days, refusals);
        if (mayEdit) {
            Button save = new Button(getTranslation("action.save"), click -> save());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            Div buttons = new Div(save);
            buttons.addClassName("form-buttons");
            add(buttons);
        }
        showFields();
        shown = draft();
    }

    void show(StoredCalendar calendar) {
        before = calendar;
        name.setValue(calendar.name());
        Subscription subscription = calendar.subscription();
        subscribed.setValue(subscription != null);
        url.setValue(subscription == null ? "" : subscription.url());
        table.show(calendar.calendar().holidays());
        state.removeAll();
        if (subscription != null) {
            state.add(words.state(subscription));
        }
        showFields();
        shown = draft();
    }

    void offerToRefresh(Runnable refresh) {
        Button now = new Button(getTranslation("holidays.refresh"), click -> refresh.run());
        now.setDisableOnClick(true);
        state.add(now);
    }

    /** Whether there is something that would be lost. */
    boolean isChanged() {
        return !draft().equals(shown);
    }

    private CalendarDraft draft() {
        boolean fromThere = Boolean.TRUE.equals(subscribed.getValue());
        return new CalendarDraft(name.getValue(), table.holidays(), fromThere ? url.getValue() : null);
    }

    private void showFields() {
        boolean fromThere = Boolean.TRUE.equals(subscribed.getValue());
        url.setVisible(fromThere && (before == null || actor.may(Permission.SCHEDULE_EDIT)));
        state.setVisible(fromThere);
        table.setEditable(!fromThere);
        days.setVisible(!fromThere || !table.holidays().isEmpty());
    }

    private void save() {
        refusals.clear();
        if (Boolean.TRUE.equals(subscribed.getValue()) && url.isEmpty()) {
            refusals.refuse(List.of(new Problem(Field.URL, ScheduleRefusedException.Reason.MISSING, "")));
            return;
        }
        CalendarDraft draft = draft();
        StoredCalendar old = before;
        try {
            StoredCalendar stored = old == null
                    ? calendars.create(actor, project.id(), draft)
                    : calendars.edit(actor, project.id(), old.id(), old.version(), draft);
            shown = draft;
            saved.accept(stored);
        } catch (ScheduleRefusedException refused) {
            refusals.refuse(refused.problems());
        } catch (CalendarChangedException changed) {
            refusals.say(getTranslation("holidays.changedMeanwhile"));
        }
    }

    /** A day says which one it is. */
    private static String said(FieldProblem problem) {
        String why = Refusals.reason(problem);
        return problem.value().isEmpty() ? why : problem.value() + ": " + why;
    }
}
