package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** Whether somebody else has to put in force what one person has written. */
final class SecondPersonSetting extends Section {
    private static final long serialVersionUID = 1L;

    private final Checkbox second = new Checkbox(getTranslation("rulebook.secondPerson"));
    private final transient RulebookDesk desk;
    private final transient Runnable changed;

    SecondPersonSetting(RulebookDesk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        second.setValue(!desk.isOneEnough());
        second.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                ask(change.getValue());
            }
        });
        Paragraph about = new Paragraph(getTranslation("rulebook.secondPersonText"));
        about.addClassName("about");
        add(second, about);
    }

    private void ask(boolean needed) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation(needed ? "rulebook.secondPersonOn" : "rulebook.secondPersonOff"));
        question.setText(getTranslation(needed ? "rulebook.secondPersonOnText" : "rulebook.secondPersonOffText"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("rulebook.confirm"));
        question.addCancelListener(cancel -> second.setValue(!needed));
        question.addConfirmListener(confirm -> {
            desk.oneIsEnough(!needed);
            changed.run();
        });
        question.open();
    }
}
