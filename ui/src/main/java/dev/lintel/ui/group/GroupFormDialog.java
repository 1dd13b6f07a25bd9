package dev.lintel.ui.group;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.lintel.domain.group.GroupRefusedException;
import java.util.function.BooleanSupplier;

/** A form of a group until it is saved or given up. */
final class GroupFormDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final GroupForm form;
    private final transient BooleanSupplier save;
    private final Button another = new Button(getTranslation("group.saveAndAnother"));

    /**
     * @param title key of the title
     * @param save returns whether it is saved; may refuse
     */
    GroupFormDialog(String title, GroupForm form, BooleanSupplier save) {
        this.form = form;
        this.save = save;
        addClassName("form-dialog");
        setHeaderTitle(getTranslation(title));
        add(form);
        Button ready = new Button(getTranslation("action.save"), click -> {
            if (isSaved()) {
                close();
            }
        });
        ready.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        ready.addClickShortcut(Key.ENTER).listenOn(this);
        another.setVisible(false);
        another.addClickListener(click -> {
            if (isSaved()) {
                form.next();
            }
        });
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), another, ready);
    }

    void offerAnother() {
        another.setVisible(true);
    }

    private boolean isSaved() {
        form.forgetRefusals();
        try {
            return save.getAsBoolean();
        } catch (GroupRefusedException refused) {
            form.refuse(refused);
            return false;
        }
    }
}
