package dev.lintel.ui.group;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.group.GroupType;
import dev.lintel.domain.group.LevelPlan;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.group.PlannedGroup;
import dev.lintel.ui.i18n.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One level of what is to be generated, with the levels in it. */
final class LevelEditor extends Div {
    private static final long serialVersionUID = 1L;

    private final Select<GroupType> type = new Select<>();
    private final TextField pattern = new TextField(getTranslation("generate.pattern"));
    private final IntegerField amount = number("generate.amount", 1, PlannedGroup.MOST);
    private final IntegerField first = number("generate.first", 0, ObjectGroup.HIGHEST_ADDRESS);
    private final IntegerField firstAddress = number("generate.firstAddress", 0, ObjectGroup.HIGHEST_ADDRESS);
    private final TextField exceptions = new TextField(getTranslation("generate.exceptions"));
    private final Div below = new Div();

    LevelEditor(GroupType usual, int howMany) {
        addClassName("level-editor");
        type.setLabel(getTranslation("group.type"));
        type.setItems(GroupType.values());
        type.setItemLabelGenerator(one -> getTranslation(Messages.keyOf(one)));
        type.setValue(usual);
        type.addValueChangeListener(change -> {
            if (change.isFromClient() && pattern.getValue().equals(usualName(change.getOldValue()))) {
                pattern.setValue(usualName(change.getValue()));
            }
        });
        pattern.setValue(usualName(usual));
        amount.setValue(howMany);
        first.setValue(1);
        firstAddress.setHelperText(getTranslation("generate.firstAddressHelp"));
        exceptions.setHelperText(getTranslation("generate.exceptionsHelp"));
        exceptions.setAllowedCharPattern("[\\d,; ]");
        Button add = new Button(getTranslation("generate.addLevel"), VaadinIcon.PLUS.create());
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        add.addClickListener(click -> add(new LevelEditor(next(type.getValue()), 1)));
        Button remove = new Button(VaadinIcon.TRASH.create());
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        remove.setAriaLabel(getTranslation("generate.removeLevel"));
        remove.addClickListener(click -> removeFromParent());
        Div row = new Div(type, pattern, amount, first, remove);
        row.addClassName("level-row");
        Div more = new Div(firstAddress, exceptions);
        more.addClassName("level-more");
        below.addClassName("level-below");
        super.add(row, new Details(getTranslation("generate.more"), more), below, add);
    }

    /** The levels that most complexes have. */
    static LevelEditor usual() {
        LevelEditor building = new LevelEditor(GroupType.BUILDING, 2);
        LevelEditor unit = new LevelEditor(GroupType.UNIT, 3);
        LevelEditor floor = new LevelEditor(GroupType.FLOOR, 5);
        floor.add(new LevelEditor(GroupType.APARTMENT, 4));
        unit.add(floor);
        building.add(unit);
        return building;
    }

    void add(LevelEditor level) {
        below.add(level);
    }

    /** @throws GroupRefusedException when it cannot be; the field says why */
    LevelPlan plan() {
        List.<HasValidation>of(pattern, amount, first, firstAddress, exceptions)
                .forEach(field -> field.setInvalid(false));
        List<LevelPlan> lower = plans(below);
        try {
            return new LevelPlan(
                    type.getValue(),
                    pattern.getValue(),
                    amount.getOptionalValue().orElse(0),
                    first.getOptionalValue().orElse(-1),
                    firstAddress.getValue(),
                    numbers(),
                    lower);
        } catch (GroupRefusedException refused) {
            HasValidation field =
                    switch (refused.reason().field()) {
                        case "amount" -> amount;
                        case "first" -> first;
                        case "firstAddress" -> firstAddress;
                        default -> pattern;
                    };
            field.setErrorMessage(getTranslation(Messages.keyOf(refused.reason())));
            field.setInvalid(true);
            throw refused;
        }
    }

    /** The plans of all editors in a place. */
    static List<LevelPlan> plans(Div place) {
        return place.getChildren()
                .map(LevelEditor.class::cast)
                .map(LevelEditor::plan)
                .toList();
    }

    private Set<Integer> numbers() {
        return Arrays.stream(exceptions.getValue().split("\\D+"))
                .filter(text -> !text.isEmpty() && text.length() < 6)
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private IntegerField number(String label, int least, int most) {
        IntegerField field = new IntegerField(getTranslation(label));
        field.setMin(least);
        field.setMax(most);
        return field;
    }

    private String usualName(GroupType of) {
        return getTranslation(Messages.keyOf(of)) + " " + LevelPlan.NUMBER;
    }

    private static GroupType next(GroupType above) {
        return switch (above) {
            case CUSTOM -> GroupType.BUILDING;
            case BUILDING -> GroupType.UNIT;
            case UNIT -> GroupType.FLOOR;
            case FLOOR, APARTMENT -> GroupType.APARTMENT;
        };
    }
}
