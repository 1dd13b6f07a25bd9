package dev.lintel.ui.user.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.lintel.domain.user.people.PersonDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Somebody else was quicker: shows what differs, field by field, and lets the editor choose. Nothing is lost. */
final class ComparisonDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private enum Side {
        MINE,
        THEIRS
    }

    private final transient PersonDraft mine;
    private final transient PersonDraft theirs;
    private final Map<String, RadioButtonGroup<Side>> choices = new LinkedHashMap<>();

    /** What is called how: people never read ids. */
    record Names(UnaryOperator<String> profile, UnaryOperator<String> marker, Function<List<String>, String> groups) {}

    /**
     * @param base what the editor saw at first: what was not touched since is theirs by itself
     * @param merged done with what was chosen
     */
    ComparisonDialog(
            PersonDraft base, PersonDraft mine, PersonDraft theirs, Names names, Consumer<PersonDraft> merged) {
        this.mine = mine;
        this.theirs = theirs;
        addClassName("comparison-dialog");
        setHeaderTitle(getTranslation("person.compareTitle"));
        add(new Paragraph(getTranslation("person.compareText")));
        compare("name", PersonDraft::name, Function.identity(), base);
        compare("email", draft -> Objects.toString(draft.email(), ""), Function.identity(), base);
        compare("phone", PersonDraft::phone, Function.identity(), base);
        compare("address", PersonDraft::address, Function.identity(), base);
        compare("profile", PersonDraft::profile, names.profile(), base);
        compare("groups", PersonDraft::groups, names.groups(), base);
        compare("marker", draft -> Objects.toString(draft.marker(), ""), names.marker(), base);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button save = new Button(getTranslation("person.compareSave"), click -> {
            close();
            merged.accept(merged());
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, save);
    }

    private <V> void compare(String field, Function<PersonDraft, V> value, Function<V, String> text, PersonDraft base) {
        V own = value.apply(mine);
        V other = value.apply(theirs);
        if (own.equals(other)) {
            return;
        }
        RadioButtonGroup<Side> choice = new RadioButtonGroup<>(getTranslation("person." + field));
        choice.setItems(Side.MINE, Side.THEIRS);
        choice.setItemLabelGenerator(side -> side == Side.MINE
                ? getTranslation("person.mine", shown(text.apply(own)))
                : getTranslation("person.theirs", shown(text.apply(other))));
        choice.setValue(own.equals(value.apply(base)) ? Side.THEIRS : Side.MINE);
        choices.put(field, choice);
        add(choice);
    }

    private String shown(String text) {
        return text.isEmpty() ? getTranslation("person.nothing") : text;
    }

    private PersonDraft merged() {
        return new PersonDraft(
                chosen("name").name(),
                chosen("email").email(),
                chosen("profile").profile(),
                chosen("groups").groups(),
                chosen("phone").phone(),
                chosen("address").address(),
                chosen("marker").marker());
    }

    private PersonDraft chosen(String field) {
        RadioButtonGroup<Side> choice = choices.get(field);
        return choice == null || choice.getValue() == Side.MINE ? mine : theirs;
    }
}
