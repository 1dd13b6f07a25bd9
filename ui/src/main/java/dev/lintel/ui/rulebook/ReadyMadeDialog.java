package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.ReadyMadePolicy;
import dev.lintel.ui.i18n.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Policies that many houses want, to begin with instead of an empty one. */
final class ReadyMadeDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** @param take is handed the one that was chosen, still to be tuned */
    ReadyMadeDialog(PolicySentences sentences, Consumer<Policy> take) {
        addClassNames("form-dialog", "ready-made");
        setHeaderTitle(getTranslation("rulebook.readyMadeTitle"));
        add(new Paragraph(getTranslation("rulebook.readyMadeText")));
        UnorderedList list = new UnorderedList();
        list.addClassName("policies");
        for (ReadyMadePolicy ready : ReadyMadePolicy.values()) {
            Policy policy = policy(ready);
            Paragraph says = new Paragraph(sentences.sentence(policy));
            says.addClassName("policy-says");
            Div text = new Div(new H3(policy.name()), says);
            text.addClassName("text");
            Button choose = new Button(getTranslation("rulebook.readyMadeTake"), click -> {
                close();
                take.accept(policy);
            });
            choose.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            choose.setAriaLabel(getTranslation("rulebook.readyMadeTakeOf", policy.name()));
            ListItem item = new ListItem(text, choose);
            item.addClassName("policy-card");
            list.add(item);
        }
        add(list);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()));
    }

    private Policy policy(ReadyMadePolicy ready) {
        Map<String, String> reasons = new HashMap<>();
        for (Language language : Language.values()) {
            reasons.put(
                    language.locale().getLanguage(),
                    getTranslation(language.locale(), "rulebook.readyMadeTold." + ready));
        }
        reasons.values().removeIf(String::isBlank);
        return ready.policy(getTranslation("ReadyMadePolicy." + ready), reasons);
    }
}
