package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeCase;
import dev.lintel.domain.rulebook.OutcomeExample;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A question to a table about something else than doors and what it must say, with the sentence always in sight. */
final class OutcomeScenarioDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField(getTranslation("rulebook.name"));
    private final ComboBox<OutcomeKind> about = new ComboBox<>(getTranslation("rulebook.scenarioTable"));
    private final Div parts = new Div();
    private final Refusals refusals = new Refusals();
    private final Paragraph sentence = new Paragraph();
    private final transient Told told;
    private final transient Choices choices;
    private final transient OutcomeSentences sentences;
    private transient QuestionFields question;
    private OutcomeFields outcome;
    /** While the fields are filled, what they say is no sentence yet. */
    private boolean shown;

    /**
     * What is edited.
     *
     * @param askable of which tables it can be
     * @param blank what is asked of another table than that of the scenario, before somebody says more
     */
    record Told(Scenario scenario, OutcomeCase asked, List<OutcomeKind> askable, OutcomeExample blank) {}

    /** @param save returns what is wrong; then the dialog stays, else it closes */
    OutcomeScenarioDialog(
            String title,
            Told told,
            Choices choices,
            OutcomeSentences sentences,
            Function<Scenario, List<? extends FieldProblem>> save) {
        this.told = told;
        this.choices = choices;
        this.sentences = sentences;
        OutcomeKind kind = told.asked().about();
        this.question = new QuestionFields(kind, choices, sentences, refusals, this::say);
        this.outcome = new OutcomeFields(kind, refusals, this::say);
        addClassNames("form-dialog", "policy-dialog", "scenario-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        name.setMaxLength(Policy.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setValue(told.scenario().name());
        about.setItems(Stream.concat(Stream.of(kind), told.askable().stream())
                .distinct()
                .toList());
        about.setItemLabelGenerator(one -> getTranslation("rulebook.outcome." + one));
        about.setValue(kind);
        about.setWidthFull();
        about.addValueChangeListener(change -> {
            if (change.getValue() == null) {
                about.setValue(change.getOldValue());
            } else if (change.getValue() != change.getOldValue()) {
                ask(change.getValue());
            }
        });
        refusals.at("name", name);
        parts.addClassName("policy-parts");
        add(refusals, name, about, parts);
        show(told.asked().question(), told.asked().expected());
        DialogFoot.add(
                this,
                sentence,
                refusals,
                () -> save.apply(
                        Scenario.of(told.scenario().id(), name.getValue().strip(), value())));
        name.focus();
    }

    /** Asks another table. */
    private void ask(OutcomeKind kind) {
        question = new QuestionFields(kind, choices, sentences, refusals, this::say);
        outcome = new OutcomeFields(kind, refusals, this::say);
        refusals.clear();
        show(new OutcomeCase(kind, told.blank(), Outcome.NOTHING).question(), Outcome.NOTHING);
    }

    private void show(OutcomeExample asked, Outcome expected) {
        shown = false;
        parts.removeAll();
        question.show(asked);
        outcome.show(expected);
        question.sections().forEach(parts::add);
        parts.add(outcome);
        shown = true;
        say();
    }

    private OutcomeCase value() {
        return new OutcomeCase(about.getValue(), question.value(), outcome.value());
    }

    private void say() {
        if (shown) {
            sentence.setText(sentences.scenario(value()));
        }
    }
}
