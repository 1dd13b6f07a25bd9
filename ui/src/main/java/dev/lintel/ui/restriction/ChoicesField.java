package dev.lintel.ui.restriction;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** A field for some records, found by their names; its ids are what is stored. */
final class ChoicesField extends MultiSelectComboBox<Choice> {
    private static final long serialVersionUID = 1L;

    private final transient ReferenceChoices choices;

    ChoicesField(String label, ReferenceChoices choices) {
        super(label);
        this.choices = choices;
        setItemLabelGenerator(Choice::name);
        setItems(query -> choices.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
    }

    void show(Collection<String> ids) {
        LinkedHashSet<Choice> shown = new LinkedHashSet<>();
        ids.forEach(id -> shown.add(new Choice(id, choices.nameOf(id))));
        setValue(shown);
    }

    /** How people read some of them. */
    String text(Collection<String> ids) {
        return ids.stream().map(choices::nameOf).collect(Collectors.joining(", "));
    }

    List<String> ids() {
        return getValue().stream().map(Choice::id).toList();
    }
}
