package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import dev.lintel.domain.access.ThreatLevel;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks for a threat level, and says what it does before it is in force. */
final class ThreatDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<ThreatLevel> levels = new RadioButtonGroup<>(getTranslation("threat.level"));
    private final Paragraph does = new Paragraph();
    private final Button set = new Button();
    private final transient Function<ThreatLevel, List<String>> asking;

    /**
     * @param asking names of policies that hold at a level
     * @param accept is handed what was confirmed
     */
    ThreatDialog(
            String where,
            @Nullable ThreatLevel known,
            Function<ThreatLevel, List<String>> asking,
            Consumer<ThreatLevel> accept) {
        this.asking = asking;
        addClassName("form-dialog");
        setHeaderTitle(getTranslation("threat.dialog", where));
        levels.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        levels.setItems(ThreatLevel.values());
        levels.setItemLabelGenerator(level -> getTranslation("threat.about." + level));
        levels.addValueChangeListener(change -> say(change.getValue()));
        levels.setValue(known == null ? ThreatLevel.ELEVATED : known);
        levels.setVisible(known == null);
        does.getElement().setAttribute("aria-live", "polite");
        add(new Paragraph(getTranslation("threat.dialogText")), levels, does);
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        set.addClickListener(click -> {
            close();
            accept.accept(levels.getValue());
        });
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), set);
    }

    private void say(ThreatLevel level) {
        List<String> policies = asking.apply(level);
        does.setText(
                policies.isEmpty()
                        ? getTranslation("threat.doesNothing")
                        : getTranslation("threat.does", policies.size(), String.join(", ", policies)));
        set.setText(getTranslation("threat.confirm", getTranslation(Messages.keyOf(level))));
        set.removeThemeVariants(ButtonVariant.LUMO_ERROR);
        if (level.compareTo(ThreatLevel.ELEVATED) > 0) {
            set.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
    }
}
