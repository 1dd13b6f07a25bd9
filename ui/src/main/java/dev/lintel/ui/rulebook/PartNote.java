package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.lintel.domain.rulebook.RulebookVersion;
import dev.lintel.ui.i18n.Moments;
import java.util.Map;
import java.util.Objects;

/** That a version decides in one group first, and the ways on from there. */
final class PartNote extends Div {
    private static final long serialVersionUID = 1L;

    /** @param others whether its tables about something else than doors are not those in force */
    PartNote(RulebookVersion version, boolean others, Moments moments) {
        addClassNames("plan-note", "in-part");
        add(new Paragraph(moments.messages()
                .say(
                        moments.locale(),
                        "rulebook.inPart",
                        Map.of(
                                "number", Integer.toString(version.number()),
                                "group",
                                        Objects.requireNonNullElse(
                                                version.standing().groupName(), ""),
                                "when", version.published() == null ? "" : moments.inList(version.published()),
                                "known", version.publishedBy() == null ? "no" : "yes",
                                "by", Objects.requireNonNullElse(version.publishedBy(), "")))));
        if (others) {
            add(new Paragraph(getTranslation("rulebook.inPart.others")));
        }
    }

    PartNote offer(Runnable everywhere, Runnable takeBack) {
        Button spread = new Button(getTranslation("rulebook.inPart.everywhere"), click -> everywhere.run());
        spread.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div ways = new Div(spread, new Button(getTranslation("rulebook.inPart.takeBack"), click -> takeBack.run()));
        ways.addClassName("rulebook-ways");
        add(ways);
        return this;
    }
}
