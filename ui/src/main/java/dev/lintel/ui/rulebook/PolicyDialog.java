package dev.lintel.ui.rulebook;

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
import dev.lintel.domain.rulebook.PolicyState;
import dev.lintel.domain.rulebook.PolicyState.Second;
import dev.lintel.domain.rulebook.PolicyState.Whose;
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
    private static final Second USUAL = new Second(Whose.OTHER_PERSON, 30);

    private final TextField name = new TextField(getTranslation("rulebook.name"));
    private final RadioButtonGroup<Deed> effect = new RadioButtonGroup<>(getTranslation("rulebook.effect"));
    private final SecondFields second;
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

    /**
     * What a policy does, as people choose it.
     *
     * @param second whether it keeps out only those who do not present a second credential as well
     */
    private record Deed(PolicyEffect effect, boolean second) {
        static final Deed ASK = new Deed(PolicyEffect.DENY, true);

        static Deed of(Policy policy) {
            return new Deed(policy.effect(), policy.asksForSecond());
        }

        static List<Deed> all(boolean leave) {
            return Stream.of(PolicyEffect.values())
                    .filter(effect -> leave || effect != PolicyEffect.LEAVE)
                    .flatMap(effect -> effect == PolicyEffect.DENY
                            ? Stream.of(new Deed(effect, false), ASK)
                            : Stream.of(new Deed(effect, false)))
                    .toList();
        }

        String word() {
            return second ? "ASK_SECOND" : effect.name();
        }
    }

    /** @param save returns what is wrong; then the dialog stays, else it closes */
    PolicyDialog(
            String title,
            Policy edited,
            Choices choices,
            PolicySentences sentences,
            Function<Policy, List<? extends FieldProblem>> save) {
        this(title, edited, choices, sentences, save, false);
    }

    /** @param leave whether it may leave things as they are */
    private PolicyDialog(
            String title,
            Policy edited,
            Choices choices,
            PolicySentences sentences,
            Function<Policy, List<? extends FieldProblem>> save,
            boolean leave) {
        this.edited = edited;
        this.sentences = sentences;
        addClassNames("form-dialog", "policy-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        this.second = new SecondFields(getTranslation("rulebook.asked"), refusals, this::say);
        this.holders = new HolderFields(choices, refusals, this::say);
        this.doors = new DoorFields(choices, refusals, this::say);
        this.times = new TimeFields(choices, refusals, this::say);
        this.reasons = new ReasonFields(refusals);
        head();
        effect.setItems(Deed.all(leave));
        Div parts = new Div(holders, doors, times, reasons);
        parts.addClassName("policy-parts");
        add(refusals, name, effect, second, parts, more);
        show();
        if (namesSomethingGone(choices.names())) {
            refusals.say(getTranslation("rulebook.goneDropped"));
        }
        DialogFoot.add(this, sentence, refusals, () -> saved(save));
        name.focus();
    }

    /** A row of a table: it has no name of its own, and may leave things as they are. */
    static PolicyDialog ofRow(
            String title,
            Policy edited,
            Choices choices,
            PolicySentences sentences,
            Function<Policy, List<? extends FieldProblem>> save) {
        PolicyDialog dialog = new PolicyDialog(title, edited, choices, sentences, save, true);
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
        effect.setItemLabelGenerator(choice -> getTranslation("rulebook.effect." + choice.word()));
        effect.addValueChangeListener(change -> {
            place(change.getValue());
            say();
        });
        priority.setMin(0);
        priority.setMax(Policy.HIGHEST_PRIORITY);
        priority.setStepButtonsVisible(true);
        priority.setHelperText(getTranslation("rulebook.priorityHelp"));
        more.add(priority);
        refusals.at("name", name);
        refusals.at("effect", effect);
        refusals.at("priority", priority);
    }

    private List<? extends FieldProblem> saved(Function<Policy, List<? extends FieldProblem>> save) {
        List<? extends FieldProblem> problems = save.apply(value());
        more.setOpened(more.isOpened()
                || problems.stream().anyMatch(problem -> problem.field().equals("priority")));
        return problems;
    }

    private void show() {
        name.setValue(edited.name());
        PolicyState state = edited.times().state();
        second.show(edited.asksForSecond() ? state.second() : USUAL);
        effect.setValue(Deed.of(edited));
        priority.setValue(edited.priority());
        more.setOpened(edited.priority() > 0);
        holders.show(edited.holders());
        doors.show(edited.doors());
        times.show(edited.asksForSecond() ? edited.times().in(state.with(null)) : edited.times());
        reasons.show(edited.reasons());
        shown = true;
        say();
    }

    /** Whoever keeps out at all, or asks for a second credential, is not asked once more whether there was one. */
    private void place(Deed deed) {
        second.ask(deed.second());
        times.askForSecond(deed.effect() != PolicyEffect.DENY);
    }

    private boolean namesSomethingGone(PolicyNames names) {
        return Stream.concat(edited.holders().groups().stream(), edited.doors().groups().stream())
                        .anyMatch(id -> names.group(id) == null)
                || edited.doors().devices().stream().anyMatch(id -> names.device(id) == null)
                || edited.times().schedules().stream().anyMatch(id -> names.schedule(id) == null);
    }

    private Policy value() {
        PolicyTimes when = times.value();
        return new Policy(
                edited.id(),
                name.getValue().strip(),
                effect.getValue().effect(),
                holders.value(),
                doors.value(),
                effect.getValue().second() ? when.in(when.state().with(second.value())) : when,
                Objects.requireNonNullElse(priority.getValue(), 0),
                reasons.value());
    }

    private void say() {
        if (shown) {
            sentence.setText(sentences.sentence(value()));
        }
    }
}
