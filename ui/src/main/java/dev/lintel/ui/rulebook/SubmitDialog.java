package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.lintel.domain.rulebook.Rulebooks;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks what a draft is for, so that whoever puts it in force knows. */
final class SubmitDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /**
     * @param submit takes a second or more, since the draft is tried before
     * @param done takes what it threw, or null
     */
    SubmitDialog(Consumer<String> submit, Consumer<@Nullable RuntimeException> done) {
        addClassName("form-dialog");
        setHeaderTitle(getTranslation("rulebook.submitTitle"));
        TextArea note = new TextArea(getTranslation("rulebook.note"));
        note.setMaxLength(Rulebooks.LONGEST_NOTE);
        note.setHelperText(getTranslation("rulebook.noteHelp"));
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button ready = new Button(getTranslation("rulebook.submit"));
        ready.addClickListener(click -> {
            String words = note.getValue();
            InBackground.run(
                    this, ready, getTranslation("rulebook.tests.working"), () -> submit.accept(words), failure -> {
                        close();
                        done.accept(failure);
                    });
        });
        ready.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(getTranslation("rulebook.submitText")), note);
        getFooter().add(cancel, ready);
        note.focus();
    }
}
