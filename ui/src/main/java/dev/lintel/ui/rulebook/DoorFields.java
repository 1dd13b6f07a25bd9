package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.device.DeviceType;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** At which doors a policy holds. */
final class DoorFields extends Section {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_DIRECTION = 100;

    private final MultiSelectComboBox<GroupType> groupTypes =
            new MultiSelectComboBox<>(getTranslation("rulebook.groupTypes"));
    private final MultiSelectComboBox<Choice> devices = new MultiSelectComboBox<>(getTranslation("rulebook.devices"));
    private final MultiSelectComboBox<DeviceType> deviceTypes =
            new MultiSelectComboBox<>(getTranslation("rulebook.deviceTypes"));
    private final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>(getTranslation("rulebook.tags"));
    private final TextField direction = new TextField(getTranslation("rulebook.direction"));
    private final Checkbox sparesWayOut = new Checkbox(getTranslation("rulebook.sparesWayOut"));
    private final transient GroupsField groups;
    private final transient Choices choices;

    DoorFields(Choices choices, Refusals refusals, Runnable changed) {
        this.choices = choices;
        this.groups =
                new GroupsField(choices.doorGroups(), choices.names(), getTranslation("rulebook.inGroups"), changed);
        groupTypes.setItems(GroupType.values());
        groupTypes.setItemLabelGenerator(type -> getTranslation(Messages.keyOf(type)));
        groupTypes.setPlaceholder(getTranslation("rulebook.any"));
        groupTypes.addValueChangeListener(change -> changed.run());
        devices.setItemLabelGenerator(Choice::name);
        devices.setPlaceholder(getTranslation("rulebook.any"));
        devices.setItems(query -> {
            int offset = query.getOffset();
            int limit = query.getLimit();
            return choices.devices().find(query.getFilter().orElse(""), offset, limit).stream();
        });
        devices.addValueChangeListener(change -> changed.run());
        deviceTypes.setItems(DeviceType.values());
        deviceTypes.setItemLabelGenerator(type -> getTranslation(Messages.keyOf(type)));
        deviceTypes.setPlaceholder(getTranslation("rulebook.any"));
        deviceTypes.addValueChangeListener(change -> changed.run());
        tags.setItems(choices.known().tags());
        tags.setPlaceholder(getTranslation("rulebook.any"));
        tags.setHelperText(getTranslation("rulebook.tagsHelp"));
        tags.addValueChangeListener(change -> changed.run());
        direction.setMaxLength(LONGEST_DIRECTION);
        direction.setPlaceholder(getTranslation("restriction.everyDirection"));
        direction.setHelperText(getTranslation("rulebook.directionHelp"));
        direction.setValueChangeMode(ValueChangeMode.LAZY);
        direction.addValueChangeListener(change -> changed.run());
        sparesWayOut.addValueChangeListener(change -> changed.run());
        refusals.at("doors.groups", groups.picker());
        refusals.at("doors.devices", devices);
        refusals.at("doors.tags", tags);
        refusals.at("doors.accessPoint", direction);
        add(
                new H3(getTranslation("rulebook.where")),
                new Paragraph(getTranslation("rulebook.whereHelp")),
                groups.picker(),
                groupTypes,
                tags,
                devices,
                deviceTypes,
                direction,
                sparesWayOut);
    }

    void show(PolicyDoors doors) {
        groups.show(doors.groups());
        groupTypes.setValue(doors.groupTypes());
        Set<Choice> chosen = new LinkedHashSet<>();
        for (String id : doors.devices()) {
            String name = choices.names().device(id);
            if (name != null) {
                chosen.add(new Choice(id, name));
            }
        }
        devices.setValue(chosen);
        deviceTypes.setValue(doors.deviceTypes());
        SortedSet<String> known = new TreeSet<>(choices.known().tags());
        if (known.addAll(doors.tags())) {
            tags.setItems(known);
        }
        tags.setValue(doors.tags());
        direction.setValue(doors.accessPoint() == null ? "" : doors.accessPoint());
        sparesWayOut.setValue(doors.sparesWayOut());
    }

    PolicyDoors value() {
        String point = direction.getValue().strip();
        return new PolicyDoors(
                groups.ids(),
                groupTypes.getValue(),
                devices.getValue().stream().map(Choice::id).toList(),
                deviceTypes.getValue(),
                point.isEmpty() ? null : point,
                tags.getValue(),
                sparesWayOut.getValue());
    }
}
