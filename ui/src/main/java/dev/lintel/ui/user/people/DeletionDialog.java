package dev.lintel.ui.user.people;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.lintel.domain.user.people.DeletionSummary;
import dev.lintel.domain.user.people.Deletions;
import java.util.List;

/** Asks before people are deleted: says what goes with them, and lets choose whether the logs keep their names. */
final class DeletionDialog extends ConfirmDialog {
    private static final long serialVersionUID = 1L;

    /** What becomes of the names. */
    private enum Logs {
        KEEP,
        ERASE
    }

    private final RadioButtonGroup<Logs> logs = new RadioButtonGroup<>(getTranslation("people.logs"));

    /**
     * @param texts what goes
     * @param delete done when the names are to stay in the logs
     * @param erase done when they are not
     */
    DeletionDialog(DeletionSummary summary, List<String> texts, Runnable delete, Runnable erase) {
        int all = summary.people().size() + summary.family().size();
        Paragraph unreadable = new Paragraph(getTranslation("people.eraseText", all));
        unreadable.addClassName("warning");
        unreadable.setVisible(false);
        logs.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        logs.setItems(Logs.values());
        logs.setRenderer(new ComponentRenderer<>(this::choice));
        logs.setItemEnabledProvider(choice -> choice == Logs.KEEP || all <= Deletions.MOST_ERASED);
        logs.setValue(Logs.KEEP);
        logs.addValueChangeListener(change -> {
            unreadable.setVisible(isErasing());
            setConfirmText(getTranslation(isErasing() ? "people.erase" : "people.delete"));
        });
        if (all > Deletions.MOST_ERASED) {
            logs.setHelperText(getTranslation("people.eraseMost", Deletions.MOST_ERASED));
        }
        Div content = new Div();
        texts.forEach(line -> content.add(new Paragraph(line)));
        content.add(logs, unreadable);
        content.addClassNames("question", "deletion");
        setHeader(getTranslation("people.deleteTitle", summary.people().size()));
        setText(content);
        setCancelable(true);
        setCancelText(getTranslation("action.cancel"));
        setConfirmText(getTranslation("people.delete"));
        setConfirmButtonTheme("error primary");
        addConfirmListener(confirm -> (isErasing() ? erase : delete).run());
    }

    private boolean isErasing() {
        return logs.getValue() == Logs.ERASE;
    }

    private Div choice(Logs choice) {
        boolean keep = choice == Logs.KEEP;
        Span name = new Span(getTranslation(keep ? "people.keepNames" : "people.eraseNames"));
        Span about = new Span(getTranslation(keep ? "people.keepNamesAbout" : "people.eraseNamesAbout"));
        about.addClassName("about");
        return new Div(name, about);
    }
}
