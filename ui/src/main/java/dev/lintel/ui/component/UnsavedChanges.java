package dev.lintel.ui.component;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;

/** Asks whoever is about to leave a form with changes in it. */
public final class UnsavedChanges {
    private UnsavedChanges() {}

    /** Goes on only when it is confirmed. */
    public static void ask(BeforeLeaveEvent event) {
        BeforeLeaveEvent.ContinueNavigationAction going = event.postpone();
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(question.getTranslation("form.unsavedTitle"));
        question.setText(question.getTranslation("form.unsavedText"));
        question.setCancelable(true);
        question.setCancelText(question.getTranslation("form.stay"));
        question.setConfirmText(question.getTranslation("form.leave"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> going.proceed());
        question.addCancelListener(stay -> going.cancel());
        question.open();
    }
}
