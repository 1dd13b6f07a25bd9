package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.ui.i18n.Language;
import java.util.Locale;

/** One policy: its name, the sentence that it is, and what can be done with it. */
final class PolicyCard extends ListItem {
    private static final long serialVersionUID = 1L;

    private final Div text = new Div();
    private final Div buttons = new Div();

    PolicyCard(PolicyChange change, PolicySentences sentences) {
        Policy policy = change.policy();
        String effect = policy.effect().name().toLowerCase(Locale.ROOT);
        addClassNames("policy-card", "effect-" + effect, change.kind().name().toLowerCase(Locale.ROOT));
        Icon icon = (policy.asksForSecond() ? VaadinIcon.USERS : icon(policy.effect())).create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Div head = new Div(icon, new H3(policy.name()));
        head.addClassName("policy-head");
        if (change.kind() != PolicyChange.Kind.SAME) {
            head.add(new ChangeBadge(change.kind()));
        }
        Paragraph sentence = new Paragraph(sentences.sentence(policy));
        sentence.addClassName("policy-says");
        text.add(head, sentence);
        text.addClassName("text");
        String told =
                policy.reasons().get(Language.nearest(getLocale()).locale().getLanguage());
        if (told != null) {
            text.add(small(getTranslation("rulebook.told", told)));
        }
        if (policy.priority() > 0) {
            text.add(small(getTranslation("rulebook.changed.priority", policy.priority())));
        }
        buttons.addClassName("rule-buttons");
        add(text, buttons);
    }

    /** Shows more below the sentence. */
    void tell(Component more) {
        text.add(more);
    }

    /** @param label says of which policy, for those who only hear it */
    void offer(VaadinIcon icon, String label, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        buttons.add(button);
    }

    private static Paragraph small(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassName("at");
        return paragraph;
    }

    private static VaadinIcon icon(PolicyEffect effect) {
        return switch (effect) {
            case DENY -> VaadinIcon.BAN;
            case ALLOW -> VaadinIcon.UNLOCK;
            case EGRESS -> VaadinIcon.EXIT_O;
            case SECOND_LOCK -> VaadinIcon.KEY_O;
            case NOTIFY -> VaadinIcon.BELL_O;
            case COUNT -> VaadinIcon.ABACUS;
            case FLAG -> VaadinIcon.FLAG_O;
            case LEAVE -> VaadinIcon.MINUS;
        };
    }
}
