package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.group.GroupPicker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where rules come into force: everywhere, or in one group first. */
final class WhereField extends Div {
    private static final long serialVersionUID = 1L;

    private final RadioButtonGroup<Boolean> first =
            new RadioButtonGroup<>(getTranslation("rulebook.whereInForce"), false, true);
    private final GroupPicker group;

    /** @param others whether tables about something else than doors are changed, too */
    WhereField(GroupPicker group, Refusals refusals, boolean others) {
        this.group = group;
        addClassName("when-field");
        first.setItemLabelGenerator(
                one -> getTranslation(one ? "rulebook.whereInForce.first" : "rulebook.whereInForce.everywhere"));
        first.setValue(false);
        group.setLabel(getTranslation("rulebook.whereInForce.group"));
        Paragraph help = new Paragraph(getTranslation("rulebook.whereInForce.help"));
        help.addClassName("about");
        Div choice = new Div(group, help);
        choice.addClassName("when-field");
        if (others) {
            Paragraph later = new Paragraph(getTranslation("rulebook.whereInForce.others"));
            later.addClassName("others-later");
            choice.add(later);
        }
        choice.setVisible(false);
        first.addValueChangeListener(change -> choice.setVisible(change.getValue()));
        refusals.at("group", group);
        add(first, choice);
    }

    /** Whether one group is chosen where one is to be; says so where not. */
    boolean isChosen() {
        boolean chosen = !first.getValue() || group.getValue().size() == 1;
        group.setErrorMessage(chosen ? "" : getTranslation("rulebook.whereInForce.missing"));
        group.setInvalid(!chosen);
        return chosen;
    }

    /** Null is everywhere. */
    @Nullable
    String group() {
        List<String> chosen = group.getValue();
        return first.getValue() && chosen.size() == 1 ? chosen.getFirst() : null;
    }
}
