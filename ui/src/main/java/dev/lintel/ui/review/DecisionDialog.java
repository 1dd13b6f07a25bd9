package dev.lintel.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import dev.lintel.domain.review.ReviewDecision;
import dev.lintel.domain.review.ReviewRefusedException;
import dev.lintel.domain.review.ReviewRight;
import dev.lintel.domain.review.Reviews;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks what becomes of some rights, and says what that will do. */
final class DecisionDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** So many groups are named. */
    private static final int NAMED_GROUPS = 5;

    /** Takes the decision; it may be refused. */
    @FunctionalInterface
    interface Deed {
        void decide(ReviewDecision decision, String comment);
    }

    private final RadioButtonGroup<ReviewDecision> decision = new RadioButtonGroup<>();
    private final TextArea comment = new TextArea(getTranslation("review.comment"));
    private final Paragraph effect = new Paragraph();
    private final Refusals refusals = new Refusals();
    private final transient List<ReviewRight> rights;

    DecisionDialog(List<ReviewRight> rights, Deed deed) {
        this.rights = List.copyOf(rights);
        addClassNames("form-dialog", "review-decision");
        setHeaderTitle(getTranslation("review.decideTitle", rights.size()));
        decision.setLabel(getTranslation("review.decision"));
        decision.setItems(choices());
        decision.setItemLabelGenerator(one -> getTranslation(Messages.keyOf(one)));
        // nobody takes away many rights by a click too many
        decision.setValue(rights.size() > 1 ? ReviewDecision.KEEP : ReviewDecision.REMOVE);
        decision.addValueChangeListener(change -> say());
        comment.setMaxLength(Reviews.LONGEST_TEXT);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button decide = new Button(getTranslation("review.decide"), click -> {
            try {
                deed.decide(decision.getValue(), comment.getValue());
                close();
            } catch (ReviewRefusedException refused) {
                refusals.show(refused.problems());
            }
        });
        decide.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(refusals, decision, effect, comment);
        getFooter().add(cancel, decide);
        say();
    }

    private List<ReviewDecision> choices() {
        List<ReviewDecision> choices = new ArrayList<>(List.of(ReviewDecision.KEEP, ReviewDecision.REMOVE));
        if (rights.stream().allMatch(right -> right.granting().isByGroup())) {
            choices.add(ReviewDecision.LEAVE_GROUP);
        }
        return choices;
    }

    private void say() {
        long byGroup =
                rights.stream().filter(right -> right.granting().isByGroup()).count();
        String groups = rights.stream()
                .filter(right -> right.granting().isByGroup())
                .map(right -> right.granting().viaName())
                .distinct()
                .limit(NAMED_GROUPS)
                .collect(Collectors.joining(", "));
        effect.setText(
                switch (decision.getValue()) {
                    case KEEP -> getTranslation("review.keepDoes");
                    case REMOVE ->
                        byGroup == 0
                                ? getTranslation("review.removeDoes", rights.size())
                                : getTranslation("review.removeLeaves", rights.size() - byGroup, byGroup, groups);
                    case LEAVE_GROUP -> getTranslation("review.leaveDoes", groups);
                });
    }
}
