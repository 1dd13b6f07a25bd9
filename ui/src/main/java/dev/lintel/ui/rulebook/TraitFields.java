package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.lintel.domain.rulebook.FamilyRole;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import dev.lintel.ui.rulebook.RulebookParts.Known;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What few policies ask of people and of what they present: markers, families, for how long. Open where one does. */
final class TraitFields extends Details {
    private static final long serialVersionUID = 1L;

    private final MultiSelectComboBox<Choice> markers = new MultiSelectComboBox<>(getTranslation("rulebook.markers"));
    private final CheckboxGroup<FamilyRole> family = new CheckboxGroup<>(getTranslation("rulebook.family"));
    private final IntegerField olderThan = new IntegerField(getTranslation("rulebook.olderThan"));
    private final IntegerField unusedFor = new IntegerField(getTranslation("rulebook.unusedFor"));
    private final transient Choices choices;

    TraitFields(Choices choices, Refusals refusals, Runnable changed) {
        this.choices = choices;
        setSummaryText(getTranslation("rulebook.traits"));
        markers.setItemLabelGenerator(Choice::name);
        markers.setItems(Known.choices(choices.known().markers()));
        markers.setPlaceholder(getTranslation("rulebook.any"));
        markers.addValueChangeListener(change -> changed.run());
        family.setItems(FamilyRole.values());
        family.setItemLabelGenerator(role -> getTranslation(Messages.keyOf(role)));
        family.addValueChangeListener(change -> changed.run());
        unusedFor.setHelperText(getTranslation("rulebook.unusedForHelp"));
        for (IntegerField days : new IntegerField[] {olderThan, unusedFor}) {
            days.setMin(1);
            days.setMax(PolicyHolders.MOST_DAYS);
            days.setClearButtonVisible(true);
            days.addValueChangeListener(change -> changed.run());
        }
        refusals.at("holders.markers", markers);
        refusals.at("holders.olderThan", olderThan);
        refusals.at("holders.unusedFor", unusedFor);
        markers.setWidthFull();
        olderThan.setWidthFull();
        unusedFor.setWidthFull();
        add(markers, family, olderThan, unusedFor);
    }

    /** Does not ask for what an identifier has been through. */
    void withoutPast() {
        setSummaryText(getTranslation("rulebook.traitsOfPeople"));
        family.setLabel(getTranslation("rulebook.familyOfPeople"));
        olderThan.setVisible(false);
        unusedFor.setVisible(false);
    }

    void show(PolicyHolders holders) {
        markers.setValue(holders.markers().stream()
                .map(id -> new Choice(
                        id,
                        Objects.requireNonNullElseGet(
                                choices.names().marker(id), () -> getTranslation("rulebook.otherMarker"))))
                .collect(Collectors.toSet()));
        family.setValue(holders.family());
        olderThan.setValue(holders.olderThan());
        unusedFor.setValue(holders.unusedFor());
        setOpened(!holders.markers().isEmpty() || !holders.family().isEmpty() || holders.askForDays());
    }

    List<String> markers() {
        return markers.getValue().stream().map(Choice::id).sorted().toList();
    }

    Set<FamilyRole> family() {
        return family.getValue();
    }

    @Nullable
    Integer olderThan() {
        return olderThan.getValue();
    }

    @Nullable
    Integer unusedFor() {
        return unusedFor.getValue();
    }
}
