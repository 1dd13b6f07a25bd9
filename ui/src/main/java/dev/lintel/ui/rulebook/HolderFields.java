package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import dev.lintel.ui.rulebook.RulebookParts.Known;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a policy concerns. */
final class HolderFields extends Section {
    private static final long serialVersionUID = 1L;

    private final CheckboxGroup<HolderKind> kinds = new CheckboxGroup<>(getTranslation("rulebook.kinds"));
    private final MultiSelectComboBox<Choice> profiles = new MultiSelectComboBox<>(getTranslation("rulebook.profiles"));
    private final MultiSelectComboBox<IdentifierType> identifiers =
            new MultiSelectComboBox<>(getTranslation("rulebook.identifiers"));
    private final MultiSelectComboBox<GroupType> groupTypes =
            new MultiSelectComboBox<>(getTranslation("rulebook.ofGroupTypes"));
    private final H3 title = new H3(getTranslation("rulebook.whom"));
    private final Paragraph about = new Paragraph(getTranslation("rulebook.whomHelp"));
    private final TraitFields traits;
    private final transient GroupsField groups;
    private final transient Choices choices;

    HolderFields(Choices choices, Refusals refusals, Runnable changed) {
        this.choices = choices;
        this.groups =
                new GroupsField(choices.holderGroups(), choices.names(), getTranslation("rulebook.ofGroups"), changed);
        kinds.setItems(HolderKind.values());
        kinds.setItemLabelGenerator(kind -> getTranslation(Messages.keyOf(kind)));
        kinds.addValueChangeListener(change -> changed.run());
        profiles.setItemLabelGenerator(Choice::name);
        profiles.setPlaceholder(getTranslation("rulebook.any"));
        profiles.setItems(Known.choices(choices.known().profiles()));
        profiles.addValueChangeListener(change -> changed.run());
        groupTypes.setItems(GroupType.values());
        groupTypes.setItemLabelGenerator(type -> getTranslation(Messages.keyOf(type)));
        groupTypes.setPlaceholder(getTranslation("rulebook.any"));
        groupTypes.setHelperText(getTranslation("rulebook.ofGroupTypesHelp"));
        groupTypes.addValueChangeListener(change -> changed.run());
        identifiers.setItems(IdentifierType.values());
        identifiers.setItemLabelGenerator(type -> getTranslation(Messages.keyOf(type)));
        identifiers.setPlaceholder(getTranslation("rulebook.any"));
        identifiers.addValueChangeListener(change -> changed.run());
        traits = new TraitFields(choices, refusals, changed);
        refusals.at("holders.profiles", profiles);
        refusals.at("holders.groups", groups.picker());
        add(title, about, kinds, groups.picker(), groupTypes, profiles, identifiers, traits);
    }

    /**
     * Asks for less: nothing of the past of an identifier, and of who comes and with what only this.
     *
     * @param heading key of what is said instead, and {@code help} of what it means
     */
    HolderFields only(String heading, String help, Set<HolderKind> someKinds, Set<IdentifierType> someIdentifiers) {
        title.setText(getTranslation(heading));
        about.setText(getTranslation(help));
        kinds.setItems(
                Arrays.stream(HolderKind.values()).filter(someKinds::contains).toList());
        kinds.setVisible(!someKinds.isEmpty());
        identifiers.setItems(Arrays.stream(IdentifierType.values())
                .filter(someIdentifiers::contains)
                .toList());
        identifiers.setVisible(!someIdentifiers.isEmpty());
        traits.withoutPast();
        return this;
    }

    void show(PolicyHolders holders) {
        kinds.setValue(holders.kinds());
        profiles.setValue(holders.profiles().stream()
                .map(id -> new Choice(
                        id,
                        Objects.requireNonNullElseGet(
                                choices.names().profile(id), () -> getTranslation("rulebook.otherProfile"))))
                .collect(Collectors.toSet()));
        groups.show(holders.groups());
        groupTypes.setValue(holders.groupTypes());
        identifiers.setValue(holders.identifiers());
        traits.show(holders);
    }

    PolicyHolders value() {
        Set<String> chosen = profiles.getValue().stream().map(Choice::id).collect(Collectors.toSet());
        return new PolicyHolders(
                kinds.getValue(),
                chosen,
                List.copyOf(groups.ids()),
                groupTypes.getValue(),
                identifiers.getValue(),
                traits.markers(),
                traits.family(),
                traits.olderThan(),
                traits.unusedFor());
    }
}
