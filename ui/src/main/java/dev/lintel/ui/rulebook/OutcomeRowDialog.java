package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeKind.Part;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row of a table about something else than doors, put together from choices, with what it comes to always in sight. */
final class OutcomeRowDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final Refusals refusals = new Refusals();
    private final @Nullable TopicFields topics;
    private final @Nullable HolderFields holders;
    private final @Nullable DoorFields doors;
    private final @Nullable TimeFields times;
    private final OutcomeFields outcome;
    private final Paragraph sentence = new Paragraph();
    private final OutcomeKind kind;
    private final transient OutcomeRow edited;
    private final transient OutcomeSentences sentences;
    /** While the fields are filled, what they say is no sentence yet. */
    private boolean shown;

    /** @param save returns what is wrong; then the dialog stays, else it closes */
    OutcomeRowDialog(
            String title,
            OutcomeKind kind,
            OutcomeRow edited,
            Choices choices,
            OutcomeSentences sentences,
            Function<OutcomeRow, List<? extends FieldProblem>> save) {
        this.kind = kind;
        this.edited = edited;
        this.sentences = sentences;
        addClassNames("form-dialog", "policy-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        this.topics = kind.asks(Part.WHAT) ? new TopicFields(kind, sentences, refusals, this::say) : null;
        this.holders = kind.asks(Part.WHO) ? holders(choices) : null;
        this.doors = kind.asks(Part.WHERE) ? new DoorFields(choices, refusals, this::say) : null;
        this.times = kind.asks(Part.WHEN) ? new TimeFields(choices, refusals, this::say).withoutState() : null;
        this.outcome = new OutcomeFields(kind, refusals, this::say);
        Div parts = new Div();
        parts.addClassName("policy-parts");
        if (topics != null) {
            topics.show(edited.topics());
            parts.add(topics);
        }
        if (holders != null) {
            holders.show(edited.holders());
            parts.add(holders);
        }
        if (doors != null) {
            doors.show(edited.doors());
            parts.add(doors);
        }
        if (times != null) {
            times.show(edited.times());
            parts.add(times);
        }
        outcome.show(edited.outcome());
        parts.add(outcome);
        add(refusals, parts);
        DialogFoot.add(this, sentence, refusals, () -> save.apply(value()));
        shown = true;
        say();
    }

    private HolderFields holders(Choices choices) {
        HolderFields fields = new HolderFields(choices, refusals, this::say);
        return switch (kind) {
            case GUEST_LIMITS ->
                fields.only("rulebook.hosts", "rulebook.hostsHelp", OutcomeSentences.VISITORS, GuestPassDraft.TYPES);
            default -> fields.only("rulebook.toWhom", "rulebook.toWhomHelp", Set.of(), Set.of());
        };
    }

    private OutcomeRow value() {
        return new OutcomeRow(
                edited.id(),
                topics == null ? Set.of() : topics.value(),
                holders == null ? PolicyHolders.EVERYBODY : holders.value(),
                doors == null ? PolicyDoors.EVERY : doors.value(),
                times == null ? PolicyTimes.ALWAYS : times.value(),
                outcome.value());
    }

    private void say() {
        if (shown) {
            sentence.setText(String.join(" · ", sentences.cells(kind, value())));
        }
    }
}
