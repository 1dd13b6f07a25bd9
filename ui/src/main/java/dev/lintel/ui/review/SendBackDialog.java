package dev.lintel.ui.review;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import dev.lintel.domain.review.ReviewRefusedException;
import dev.lintel.domain.review.ReviewRefusedException.Field;
import dev.lintel.domain.review.Reviews;
import dev.lintel.ui.component.Refusals;
import java.util.function.Consumer;

/** Asks the verifier why a review goes back. */
final class SendBackDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** @param sendBack takes the reason; it may be refused */
    SendBackDialog(Consumer<String> sendBack) {
        addClassName("form-dialog");
        setHeaderTitle(getTranslation("review.sendBackTitle"));
        TextArea reason = new TextArea(getTranslation("review.reason"));
        reason.setMaxLength(Reviews.LONGEST_TEXT);
        reason.setRequiredIndicatorVisible(true);
        Refusals refusals = new Refusals();
        refusals.at(Field.REASON, reason);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button back = new Button(getTranslation("review.sendBack"), click -> {
            try {
                sendBack.accept(reason.getValue());
                close();
            } catch (ReviewRefusedException refused) {
                refusals.refuse(refused.problems());
            }
        });
        back.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(refusals, reason);
        getFooter().add(cancel, back);
        reason.focus();
    }
}
