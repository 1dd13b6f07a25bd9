package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.domain.rulebook.ScenarioYamlException;
import dev.lintel.domain.rulebook.ScenarioYamlException.Problem;
import dev.lintel.ui.component.Refusals;

/** All scenarios of the draft as text. */
final class ScenarioYamlDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final TextArea text = new TextArea(getTranslation("rulebook.yaml"));
    private final Refusals refusals = new Refusals();
    private final transient RulebookDesk desk;

    /** @param saved when what was written stands in the draft */
    ScenarioYamlDialog(RulebookDesk desk, Runnable saved) {
        this.desk = desk;
        addClassNames("form-dialog", "policy-dialog", "yaml-dialog");
        setHeaderTitle(getTranslation("rulebook.yamlTitle"));
        setCloseOnOutsideClick(false);
        text.addClassName("yaml-text");
        text.getElement().setAttribute("spellcheck", "false");
        text.setMinRows(12);
        text.setMaxRows(24);
        text.setValue(desk.scenariosAsYaml());
        Paragraph about = new Paragraph(getTranslation("rulebook.yamlText"));
        about.addClassName("about");
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button save = new Button(getTranslation("action.save"), click -> save(saved));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(about, refusals, text);
        getFooter().add(cancel, save);
        text.focus();
        // one reads from the beginning
        text.getElement().executeJs("""
                this.inputElement.setSelectionRange(0, 0);
                this.shadowRoot.querySelector('[part="input-field"]').scrollTop = 0;""");
    }

    private void save(Runnable saved) {
        refusals.clear();
        try {
            desk.writeScenarios(text.getValue());
        } catch (ScenarioYamlException wrong) {
            wrong.problems().stream()
                    .map(Problem.class::cast)
                    .forEach(problem -> refusals.say(getTranslation(
                            "rulebook.yamlLine", problem.line(), problem.fieldName(), Refusals.reason(problem))));
            return;
        } catch (RulebookRefusedException late) {
            // what was typed stays in sight, and can be saved over what the other one did once that was read
            desk.read();
            refusals.refuse(late.problems());
            return;
        }
        close();
        saved.run();
    }
}
