package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyState.Inside;
import dev.lintel.domain.rulebook.PolicyState.Interlock;
import dev.lintel.domain.rulebook.PolicyState.Passback;
import dev.lintel.domain.rulebook.PolicyState.Second;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import dev.lintel.ui.rulebook.RulebookParts.Known;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who must have passed where for a policy to hold. */
final class PassFields extends Div {
    private static final long serialVersionUID = 1L;

    private final Checkbox passback = new Checkbox(getTranslation("rulebook.passback"));
    private final IntegerField passbackMinutes = number("rulebook.passbackMinutes", Passback.LONGEST);
    private final ComboBox<Bound> bound = new ComboBox<>(getTranslation("rulebook.insideBound"));
    private final IntegerField count = number("rulebook.insideCount", Inside.MOST);
    private final MultiSelectComboBox<Choice> profiles =
            new MultiSelectComboBox<>(getTranslation("rulebook.insideProfiles"));
    private final SecondFields second;
    private final IntegerField interlock = number("rulebook.interlock", Interlock.LONGEST);
    private final transient Choices choices;

    /** Which of the two numbers is asked for. */
    private enum Bound {
        AT_LEAST,
        FEWER_THAN
    }

    PassFields(Choices choices, Refusals refusals, Runnable changed) {
        this.choices = choices;
        this.second = new SecondFields(getTranslation("rulebook.second"), refusals, changed).clearable();
        passbackMinutes.setHelperText(getTranslation("rulebook.passbackHelp"));
        bound.setItems(Bound.values());
        bound.setItemLabelGenerator(one -> getTranslation("rulebook.insideBound." + one));
        bound.setClearButtonVisible(true);
        profiles.setItems(Known.choices(choices.known().profiles()));
        profiles.setItemLabelGenerator(Choice::name);
        profiles.setPlaceholder(getTranslation("rulebook.any"));
        for (HasValue<?, ?> field :
                new HasValue<?, ?>[] {passback, passbackMinutes, bound, count, profiles, interlock}) {
            field.addValueChangeListener(change -> {
                enable();
                changed.run();
            });
        }
        refusals.at("times.state.passback.minutes", passbackMinutes);
        refusals.at("times.state.inside.atLeast", count);
        refusals.at("times.state.inside.fewerThan", count);
        refusals.at("times.state.inside.profiles", profiles);
        second.ask(true);
        refusals.at("times.state.interlock.seconds", interlock);
        addClassName("pass-fields");
        add(
                passback,
                passbackMinutes,
                row(bound, count),
                profiles,
                second,
                interlock,
                new Paragraph(getTranslation("rulebook.areaHelp")));
        enable();
    }

    private IntegerField number(String label, int most) {
        IntegerField field = new IntegerField(getTranslation(label));
        field.setMin(1);
        field.setMax(most);
        field.setClearButtonVisible(true);
        return field;
    }

    private static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("field-row");
        return row;
    }

    private void enable() {
        passbackMinutes.setEnabled(passback.getValue());
        count.setEnabled(bound.getValue() != null);
        profiles.setEnabled(bound.getValue() != null);
    }

    void show(PolicyState state) {
        Passback again = state.passback();
        passback.setValue(again != null);
        passbackMinutes.setValue(again == null ? null : again.minutes());
        Inside inside = state.inside();
        bound.setValue(inside == null ? null : inside.atLeast() == null ? Bound.FEWER_THAN : Bound.AT_LEAST);
        count.setValue(inside == null ? null : inside.atLeast() == null ? inside.fewerThan() : inside.atLeast());
        Set<Choice> chosen = new LinkedHashSet<>();
        for (String profile : inside == null ? Set.<String>of() : inside.profiles()) {
            String known = choices.names().profile(profile);
            chosen.add(new Choice(profile, known == null ? profile : known));
        }
        profiles.setValue(chosen);
        second.show(state.second());
        interlock.setValue(state.interlock() == null ? null : state.interlock().seconds());
        enable();
    }

    @Nullable
    Passback passback() {
        return passback.getValue() ? new Passback(passbackMinutes.getValue()) : null;
    }

    /** A number that is missing is said at its field. */
    @Nullable
    Inside inside() {
        Bound which = bound.getValue();
        if (which == null) {
            return null;
        }
        int number = Objects.requireNonNullElse(count.getValue(), 0);
        return new Inside(
                profiles.getValue().stream().map(Choice::id).collect(Collectors.toSet()),
                which == Bound.AT_LEAST ? number : null,
                which == Bound.FEWER_THAN ? number : null);
    }

    @Nullable
    Second second() {
        return second.isVisible() ? second.value() : null;
    }

    /** Whether it asks for a second credential here, and not elsewhere. */
    void askForSecond(boolean here) {
        second.ask(here);
    }

    @Nullable
    Interlock interlock() {
        return interlock.getValue() == null ? null : new Interlock(interlock.getValue());
    }
}
