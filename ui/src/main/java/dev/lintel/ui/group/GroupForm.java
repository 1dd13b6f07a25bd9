package dev.lintel.ui.group;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.group.GroupFields;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Messages;
import java.time.ZoneId;
import java.util.Map;

/** What is said of one group. */
final class GroupForm extends Div {
    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField(getTranslation("group.name"));
    private final Select<GroupType> type = new Select<>();
    private final IntegerField address = new IntegerField(getTranslation("group.address"));
    private final TextField description = new TextField(getTranslation("group.description"));
    private final ComboBox<String> zone = new ComboBox<>(getTranslation("project.zone"));
    private final Div conflict = new Div();
    private long version;

    GroupForm() {
        addClassName("group-form");
        name.setMaxLength(GroupFields.MOST_CHARACTERS);
        name.setRequiredIndicatorVisible(true);
        type.setLabel(getTranslation("group.type"));
        type.setItems(GroupType.values());
        type.setItemLabelGenerator(one -> getTranslation(Messages.keyOf(one)));
        type.setValue(GroupType.CUSTOM);
        address.setMin(0);
        address.setMax(ObjectGroup.HIGHEST_ADDRESS);
        address.setHelperText(getTranslation("group.addressHelp"));
        description.setMaxLength(GroupFields.MOST_CHARACTERS);
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList());
        zone.setValue(BrowserZone.of(UI.getCurrentOrThrow()).getId());
        zone.setVisible(false);
        conflict.addClassName("group-conflict");
        conflict.getElement().setAttribute("role", "alert");
        add(conflict, name, type, address, description, zone);
    }

    /** For a root group, with which a project is made. */
    void askForZone() {
        zone.setVisible(true);
    }

    /** Offers the type that mostly stands below one of this type. */
    void suggestBelow(GroupType above) {
        type.setValue(
                switch (above) {
                    case CUSTOM -> GroupType.BUILDING;
                    case BUILDING -> GroupType.UNIT;
                    case UNIT -> GroupType.FLOOR;
                    case FLOOR, APARTMENT -> GroupType.APARTMENT;
                });
    }

    void show(GroupNode group) {
        version = group.version();
        name.setValue(group.name());
        type.setValue(group.group().type());
        address.setValue(group.group().logicalAddress());
        description.setValue(group.group().description());
    }

    /** Ready for the next one, much like the last. */
    void next() {
        name.clear();
        Integer last = address.getValue();
        address.setValue(last == null ? null : Integer.valueOf(last + 1));
        name.focus();
    }

    long version() {
        return version;
    }

    ZoneId zone() {
        return ZoneId.of(zone.getValue());
    }

    /** @throws GroupRefusedException when a field cannot be taken */
    GroupFields fields() {
        return new GroupFields(type.getValue(), name.getValue(), address.getValue(), description.getValue());
    }

    /** Says at the field what was wrong with it. */
    void refuse(GroupRefusedException refused) {
        HasValidation field =
                switch (refused.reason().field()) {
                    case "logicalAddress" -> address;
                    case "description" -> description;
                    default -> name;
                };
        field.setErrorMessage(getTranslation(Messages.keyOf(refused.reason())));
        field.setInvalid(true);
    }

    void forgetRefusals() {
        name.setInvalid(false);
        address.setInvalid(false);
        description.setInvalid(false);
        conflict.removeAll();
    }

    /** Somebody was quicker: shows what they stored beside what stands here; nothing is lost. */
    void compare(GroupNode stored) {
        version = stored.version();
        Facts theirs = new Facts();
        ObjectGroup group = stored.group();
        Map<String, String> fields = Map.of(
                "group.name", group.name(),
                "group.type", getTranslation(Messages.keyOf(group.type())),
                "group.address", group.logicalAddress() == null ? "–" : String.valueOf(group.logicalAddress()),
                "group.description", group.description());
        fields.forEach(theirs::fact);
        conflict.removeAll();
        conflict.add(
                new Paragraph(getTranslation("group.conflict")),
                theirs,
                new Button(getTranslation("group.takeTheirs"), click -> {
                    show(stored);
                    conflict.removeAll();
                }));
    }
}
