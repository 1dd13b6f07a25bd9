package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** One policy, put together from choices, with the sentence that it comes to always in sight. */
final class PolicyDialog extends Dialog {
    private static final long serialVersionUID = 1L;
    private static final PolicyEffect[] ALONE = Stream.of(PolicyEffect.values())
            .filter(effect -> effect != PolicyEffect.LEAVE)
            .toArray(PolicyEffect[]::new);

    private final TextField name = new TextField(getTranslation("rulebook.name"));
    private final RadioButtonGroup<PolicyEffect> effect = new RadioButtonGroup<>(getTranslation("rulebook.effect"));
    private final IntegerField priority = new IntegerField(getTranslation("rulebook.priority"));
    private final Details more = new Details(getTranslation("rulebook.more"));
    private final Refusals refusals = new Refusals();
    private final HolderFields holders;
    private final DoorFields doors;
    private final TimeFields times;
    private final ReasonFields reasons;
    private final Paragraph sentence = new Paragraph();
    private final transient PolicySentences sentences;
    private final transient Policy edited;
    /** While the fields are filled, what they say is no sentence yet. */
    private boolean shown;

    /** @param save returns what is wrong; then the dialog stays, else it closes */
    PolicyDialog(
            String title,
            Policy edited,
            Choices choices,
            PolicySentences sentences,
            Function<Policy, List<? extends FieldProblem>> save) {
        this(title, edited, choices, sentences, save, ALONE);
    }

    /** @param effects what it may do */
    private PolicyDialog(
            String title,
            Policy edited,
            Choices choices,
            PolicySentences sentences,
            Function<Policy, List<? extends FieldProblem>> save,
            PolicyEffect... effects) {
        this.edited = edited;
        this.sentences = sentences;
        addClassNames("form-dialog", "policy-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        this.holders = new HolderFields(choices, refusals, this::say);
        this.doors = new DoorFields(choices, refusals, this::say);
        this.times = new TimeFields(choices, refusals, this::say);
        this.reasons = new ReasonFields(refusals);
        head();
        effect.setItems(effects);
        Div parts = new Div(holders, doors, times, reasons);
        parts.addClassName("policy-parts");
        add(refusals, name, effect, parts, more);
        show();
        if (namesSomethingGone(choices.names())) {
            refusals.say(getTranslation("rulebook.goneDropped"));
        }
        foot(save);
        name.focus();
    }

    /** A row of a table: it has no name of its own, and may leave things as they are. */
    static PolicyDialog ofRow(
            String title,
            Policy edited,
            Choices choices,
            PolicySentences sentences,
            Function<Policy, List<? extends FieldProblem>> save) {
        PolicyDialog dialog = new PolicyDialog(title, edited, choices, sentences, save, PolicyEffect.values());
        dialog.name.setVisible(false);
        return dialog;
    }

    /** Nothing chosen yet. */
    static Policy fresh() {
        return new Policy(
                UUID.randomUUID().toString(),
                "",
                PolicyEffect.DENY,
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                0,
                Map.of());
    }

    private void head() {
        name.setMaxLength(Policy.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        effect.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        effect.setItemLabelGenerator(choice -> getTranslation("rulebook.effect." + choice));
        effect.addValueChangeListener(change -> say());
        priority.setMin(0);
        priority.setMax(Policy.HIGHEST_PRIORITY);
        priority.setStepButtonsVisible(true);
        priority.setHelperText(getTranslation("rulebook.priorityHelp"));
        more.add(priority);
        refusals.at("name", name);
        refusals.at("effect", effect);
        refusals.at("priority", priority);
    }

    private void foot(Function<Policy, List<? extends FieldProblem>> save) {
        sentence.addClassName("policy-sentence");
        sentence.getElement().setAttribute("aria-live", "polite");
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button ready = new Button(getTranslation("action.save"), click -> {
            List<? extends FieldProblem> problems = save.apply(value());
            if (problems.isEmpty()) {
                close();
            } else {
                more.setOpened(more.isOpened()
                        || problems.stream().anyMatch(problem -> problem.field().equals("priority")));
                refusals.refuse(problems);
            }
        });
        ready.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(sentence, cancel, ready);
    }

    private void show() {
        name.setValue(edited.name());
        effect.setValue(edited.effect());
        priority.setValue(edited.priority());
        more.setOpened(edited.priority() > 0);
        holders.show(edited.holders());
        doors.show(edited.doors());
        times.show(edited.times());
        reasons.show(edited.reasons());
        shown = true;
        say();
    }

    private boolean namesSomethingGone(PolicyNames names) {
        return Stream.concat(edited.holders().groups().stream(), edited.doors().groups().stream())
                        .anyMatch(id -> names.group(id) == null)
                || edited.doors().devices().stream().anyMatch(id -> names.device(id) == null)
                || edited.times().schedules().stream().anyMatch(id -> names.schedule(id) == null);
    }

    private Policy value() {
        return new Policy(
                edited.id(),
                name.getValue().strip(),
                effect.getValue(),
                holders.value(),
                doors.value(),
                times.value(),
                Objects.requireNonNullElse(priority.getValue(), 0),
                reasons.value());
    }

    private void say() {
        if (shown) {
            sentence.setText(sentences.sentence(value()));
        }
    }
}
