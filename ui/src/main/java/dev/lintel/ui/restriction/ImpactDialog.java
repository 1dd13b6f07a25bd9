package dev.lintel.ui.restriction;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.access.AccessImpact.Impact;
import dev.lintel.domain.access.AccessImpact.Touched;
import java.util.ArrayList;
import java.util.List;

/** Asks before a change with reach: says whom it touches, in numbers and names. */
final class ImpactDialog extends ConfirmDialog {
    private static final long serialVersionUID = 1L;
    private static final int NAMED = 20;
    private static final int DOORS_NAMED = 3;

    ImpactDialog(Impact impact, String name) {
        setHeader(getTranslation("restriction.impactTitle", name));
        Div content = new Div();
        content.addClassNames("question", "impact");
        if (impact.losing() > 0) {
            warn(content, getTranslation("restriction.losing", impact.losing(), impact.doorsLost()));
        }
        if (impact.guestsLosing() > 0) {
            warn(content, getTranslation("restriction.guestsLosing", impact.guestsLosing()));
        }
        if (impact.gaining() > 0) {
            content.add(new Paragraph(getTranslation("restriction.gaining", impact.gaining(), impact.doorsGained())));
        }
        if (impact.guestsGaining() > 0) {
            content.add(new Paragraph(getTranslation("restriction.guestsGaining", impact.guestsGaining())));
        }
        if (impact.isNone()) {
            content.add(new Paragraph(getTranslation("restriction.noDifference")));
        }
        UnorderedList people = new UnorderedList();
        impact.named().stream().limit(NAMED).forEach(one -> people.add(new ListItem(sentence(one))));
        content.add(people);
        if (impact.named().size() > NAMED) {
            content.add(new Paragraph(getTranslation("restriction.impactFirst", NAMED)));
        }
        setText(content);
        setCancelable(true);
        setCancelText(getTranslation("action.cancel"));
        if (impact.takes()) {
            setConfirmButtonTheme("error primary");
        }
    }

    private static void warn(Div content, String text) {
        Paragraph warning = new Paragraph(text);
        warning.addClassName("warning");
        content.add(warning);
    }

    private String sentence(Touched one) {
        List<String> parts = new ArrayList<>();
        if (!one.loses().isEmpty()) {
            parts.add(getTranslation("restriction.loses", doors(one.loses())));
        }
        if (!one.gains().isEmpty()) {
            parts.add(getTranslation("restriction.gains", doors(one.gains())));
        }
        return parts.isEmpty() ? one.name() : one.name() + ": " + String.join("; ", parts);
    }

    private String doors(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(DOORS_NAMED, names.size())));
        int more = names.size() - DOORS_NAMED;
        return more <= 0 ? first : getTranslation("restriction.andMore", first, more);
    }
}
