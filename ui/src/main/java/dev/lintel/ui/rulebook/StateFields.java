package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyState.Failures;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import java.util.Objects;

/** In what situation a policy holds. Open where one asks. */
final class StateFields extends Details {
    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<ThreatLevel> threats = new CheckboxGroup<>(getTranslation("rulebook.threats"));
    private final IntegerField failures = new IntegerField(getTranslation("rulebook.failures"));
    private final IntegerField minutes = new IntegerField(getTranslation("rulebook.failureMinutes"));
    private final PassFields passes;

    StateFields(Choices choices, Refusals refusals, Runnable changed) {
        setSummaryText(getTranslation("rulebook.state"));
        addClassName("state-fields");
        threats.setItems(ThreatLevel.values());
        threats.setItemLabelGenerator(level -> getTranslation(Messages.keyOf(level)));
        threats.addValueChangeListener(change -> changed.run());
        failures.setMin(1);
        failures.setMax(Failures.MOST);
        minutes.setMin(1);
        minutes.setMax(Failures.LONGEST);
        for (IntegerField field : new IntegerField[] {failures, minutes}) {
            field.setClearButtonVisible(true);
            field.addValueChangeListener(change -> changed.run());
        }
        refusals.at("times.state.threats", threats);
        refusals.at("times.state.failures.count", failures);
        refusals.at("times.state.failures.minutes", minutes);
        Div row = new Div(failures, minutes);
        row.addClassName("field-row");
        passes = new PassFields(choices, refusals, changed);
        add(threats, row, new Paragraph(getTranslation("rulebook.failuresHelp")), passes);
    }

    /** Whether it asks for a second credential here, and not elsewhere. */
    void askForSecond(boolean here) {
        passes.askForSecond(here);
    }

    void show(PolicyState state) {
        threats.setValue(state.threats());
        Failures failed = state.failures();
        failures.setValue(failed == null ? null : failed.count());
        minutes.setValue(failed == null ? null : failed.minutes());
        passes.show(state);
        setOpened(!state.isAny());
    }

    /** One of the two numbers alone is asked for, too: what is missing is then said at the other. */
    PolicyState value() {
        Integer count = failures.getValue();
        Integer within = minutes.getValue();
        return new PolicyState(
                threats.getValue(),
                count == null && within == null
                        ? null
                        : new Failures(Objects.requireNonNullElse(count, 0), Objects.requireNonNullElse(within, 0)),
                passes.passback(),
                passes.inside(),
                passes.second(),
                passes.interlock());
    }
}
