package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.RequestCase;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.component.DateWords;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import dev.lintel.ui.rulebook.RulebookParts.Choices;
import dev.lintel.ui.rulebook.RulebookParts.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request and the answer that it must get, with the sentence that it comes to always in sight. */
final class ScenarioDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField(getTranslation("rulebook.name"));
    private final RadioButtonGroup<HolderKind> kind = new RadioButtonGroup<>(getTranslation("rulebook.kinds"));
    private final ComboBox<Choice> profile = new ComboBox<>(getTranslation("rulebook.profile"));
    private final ComboBox<IdentifierType> identifier = new ComboBox<>(getTranslation("rulebook.identifiers"));
    private final ComboBox<Choice> device = new ComboBox<>(getTranslation("rulebook.device"));
    private final TextField direction = new TextField(getTranslation("rulebook.direction"));
    private final DateTimePicker at = new DateTimePicker(getTranslation("rulebook.when"));
    private final Checkbox holiday = new Checkbox(getTranslation("rulebook.isHoliday"));
    private final Checkbox allowed = new Checkbox(getTranslation("rulebook.isAllowed"));
    private @Nullable CaseFields more;
    private final RadioButtonGroup<Verdict> expected = new RadioButtonGroup<>(getTranslation("rulebook.expected"));
    private final ComboBox<Choice> by = new ComboBox<>(getTranslation("rulebook.expectedBy"));
    private final Refusals refusals = new Refusals();
    private final Paragraph sentence = new Paragraph();
    private final transient GroupsField groups;
    private final transient CaseSentences sentences;
    private final transient Scenario edited;
    private boolean shown;

    /** @param save returns what is wrong; then the dialog stays, else it closes */
    ScenarioDialog(
            String title,
            Scenario edited,
            RuleSet rules,
            Choices choices,
            CaseSentences sentences,
            Function<Scenario, List<? extends FieldProblem>> save) {
        this.edited = edited;
        this.sentences = sentences;
        this.groups = new GroupsField(
                choices.holderGroups(), choices.names(), getTranslation("rulebook.ofGroups"), this::say);
        addClassNames("form-dialog", "policy-dialog", "scenario-dialog");
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        fields(rules, choices);
        add(refusals, name);
        RequestCase told = edited.told();
        if (told == null) {
            add(new Paragraph(getTranslation("rulebook.recorded")));
        } else {
            Div who = part(kind, groups.picker(), profile, identifier);
            Div where = part(device, direction, at, holiday, allowed);
            Div parts = new Div(who, where);
            parts.addClassName("policy-parts");
            CaseFields fields = new CaseFields(told, choices, refusals, this::say);
            more = fields;
            add(parts, fields);
            show(told, choices);
        }
        add(expected, by);
        name.setValue(edited.name());
        expected.setValue(edited.expected());
        by.setValue(deciding(rules).stream()
                .filter(choice -> choice.id().equals(edited.by()))
                .findFirst()
                .orElse(null));
        DialogFoot.add(this, sentence, refusals, () -> save.apply(value()));
        shown = true;
        say();
        name.focus();
    }

    private static Div part(Component... fields) {
        Div part = new Div(fields);
        part.addClassName("case-part");
        return part;
    }

    private void fields(RuleSet rules, Choices choices) {
        name.setMaxLength(Policy.LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        kind.setItems(HolderKind.values());
        kind.setItemLabelGenerator(one -> getTranslation(Messages.keyOf(one)));
        profile.setItems(Known.choices(choices.known().profiles()));
        profile.setItemLabelGenerator(Choice::name);
        profile.setClearButtonVisible(true);
        identifier.setItems(IdentifierType.values());
        identifier.setItemLabelGenerator(type -> getTranslation(Messages.keyOf(type)));
        device.setItemLabelGenerator(Choice::name);
        device.setItems(query ->
                choices.devices().find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        device.setRequiredIndicatorVisible(true);
        direction.setHelperText(getTranslation("rulebook.directionHelp"));
        at.setStep(Duration.ofMinutes(30));
        at.setLocale(Language.nearest(getLocale()).formats());
        at.setDatePickerI18n(DateWords.in(UI.getCurrentOrThrow()));
        expected.setItems(Verdict.values());
        expected.setItemLabelGenerator(verdict -> getTranslation(Messages.keyOf(verdict)));
        by.setItems(deciding(rules));
        by.setItemLabelGenerator(Choice::name);
        by.setClearButtonVisible(true);
        by.setHelperText(getTranslation("rulebook.expectedByHelp"));
        refusals.at("name", name);
        refusals.at("request.device", device);
        refusals.at("request.groups", groups.picker());
        refusals.at("by", by);
        for (HasValue<?, ?> field :
                new HasValue<?, ?>[] {kind, profile, identifier, device, direction, at, holiday, allowed, expected}) {
            field.addValueChangeListener(change -> say());
        }
    }

    private static List<Choice> deciding(RuleSet rules) {
        List<Choice> deciding = new ArrayList<>();
        rules.policies().forEach(policy -> deciding.add(new Choice(policy.id(), policy.name())));
        rules.tables().forEach(table -> deciding.add(new Choice(table.id(), table.name())));
        return deciding;
    }

    private void show(RequestCase told, Choices choices) {
        kind.setValue(told.kind());
        groups.show(told.groups());
        String of = told.profile();
        if (of != null) {
            String known = choices.names().profile(of);
            profile.setValue(new Choice(of, known == null ? of : known));
        }
        identifier.setValue(told.identifier());
        String door = choices.names().device(told.device());
        if (door != null) {
            device.setValue(new Choice(told.device(), door));
        }
        direction.setValue(told.accessPoint() == null ? "" : told.accessPoint());
        at.setValue(told.at());
        holiday.setValue(told.holiday());
        allowed.setValue(told.allowed());
    }

    private Scenario value() {
        return new Scenario(
                edited.id(),
                name.getValue().strip(),
                told(),
                edited.recorded(),
                expected.getValue(),
                by.getValue() == null ? null : by.getValue().id());
    }

    private @Nullable RequestCase told() {
        RequestCase before = edited.told();
        if (before == null) {
            return null;
        }
        String point = direction.getValue().strip();
        return new RequestCase(
                kind.getValue(),
                profile.getValue() == null ? null : profile.getValue().id(),
                groups.ids(),
                identifier.getValue() == null ? before.identifier() : identifier.getValue(),
                device.getValue() == null ? "" : device.getValue().id(),
                point.isEmpty() ? null : point,
                at.getValue() == null ? before.at() : at.getValue(),
                holiday.getValue(),
                allowed.getValue(),
                more == null ? before.situation() : more.situation(),
                more == null ? before.traits() : more.traits());
    }

    private void say() {
        if (shown) {
            sentence.setText(sentences.scenario(value()));
        }
    }
}
