package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.lintel.domain.device.EventCategory;
import dev.lintel.domain.device.EventPriority;
import dev.lintel.domain.guestpass.GuestLimits;
import dev.lintel.domain.rulebook.Importance;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;

/** What a row of a table says; what is left empty is as it would be without the table. */
final class OutcomeFields extends Section {
    private static final long serialVersionUID = 1L;

    private final IntegerField days = new IntegerField(getTranslation("guest.mostDays"));
    private final IntegerField passes = new IntegerField(getTranslation("guest.mostPasses"));
    private final IntegerField atOnce = new IntegerField(getTranslation("rulebook.mostAtOnce"));
    private final ComboBox<Importance> importance = new ComboBox<>(getTranslation("rulebook.importance"));
    private final ComboBox<EventPriority> priority = new ComboBox<>(getTranslation("rulebook.eventPriority"));
    private final ComboBox<EventCategory> category = new ComboBox<>(getTranslation("rulebook.eventCategory"));

    OutcomeFields(OutcomeKind kind, Refusals refusals, Runnable changed) {
        numbers(refusals, changed);
        choice(importance, "importance", refusals, changed, Importance.values());
        choice(priority, "priority", refusals, changed, EventPriority.values());
        choice(category, "category", refusals, changed, EventCategory.values());
        add(
                new H3(getTranslation("rulebook.column.then")),
                new Paragraph(getTranslation("rulebook.outcome.empty." + kind)));
        switch (kind) {
            case GUEST_LIMITS -> add(days, passes, atOnce);
            case NOTIFICATION_IMPORTANCE -> add(importance);
            case EVENT_PRIORITY -> add(priority, category);
        }
    }

    private void numbers(Refusals refusals, Runnable changed) {
        number(days, 1, GuestLimits.MOST_DAYS, changed);
        number(passes, 1, GuestLimits.MOST_PASSES, changed);
        number(atOnce, 0, GuestLimits.MOST_AT_ONCE, changed);
        atOnce.setHelperText(getTranslation("rulebook.mostAtOnceHelp"));
        refusals.at("outcome.days", days);
        refusals.at("outcome.passes", passes);
        refusals.at("outcome.atOnce", atOnce);
    }

    private static void number(IntegerField field, int least, int most, Runnable changed) {
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setClearButtonVisible(true);
        field.setManualValidation(true);
        field.setWidthFull();
        field.addValueChangeListener(change -> changed.run());
    }

    @SafeVarargs
    private <E extends Enum<E>> void choice(
            ComboBox<E> field, String name, Refusals refusals, Runnable changed, E... choices) {
        field.setItems(choices);
        field.setItemLabelGenerator(choice -> getTranslation(Messages.keyOf(choice)));
        field.setClearButtonVisible(true);
        field.setPlaceholder(getTranslation("rulebook.asWithout"));
        field.setWidthFull();
        field.addValueChangeListener(change -> changed.run());
        refusals.at("outcome." + name, field);
    }

    void show(Outcome outcome) {
        days.setValue(outcome.days());
        passes.setValue(outcome.passes());
        atOnce.setValue(outcome.atOnce());
        importance.setValue(outcome.importance());
        priority.setValue(outcome.priority());
        category.setValue(outcome.category());
    }

    Outcome value() {
        return new Outcome(
                days.getValue(),
                passes.getValue(),
                atOnce.getValue(),
                importance.getValue(),
                priority.getValue(),
                category.getValue());
    }
}
