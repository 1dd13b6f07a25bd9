package dev.lintel.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.lintel.domain.notification.NoticeColour;
import dev.lintel.domain.notification.NoticeIcon;
import dev.lintel.domain.notification.NotificationRule.Draft;
import dev.lintel.domain.notification.NotificationRules;
import dev.lintel.domain.notification.RuleRefusedException;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule speaks of, and how it looks. */
final class RuleDialog extends Dialog {
    static final Draft FRESH =
            new Draft("", true, true, NoticeColour.RED, NoticeIcon.WARNING, Set.of(), Set.of(), Set.of(), Set.of());

    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField(getTranslation("rule.name"));
    private final MultiSelectComboBox<RuleTopic> topics = new MultiSelectComboBox<>(getTranslation("rule.topics"));
    private final Select<NoticeColour> colour = new Select<>();
    private final Select<NoticeIcon> icon = new Select<>();
    private final MultiSelectComboBox<Choice> people = new MultiSelectComboBox<>(getTranslation("rule.people"));
    private final MultiSelectComboBox<Choice> devices = new MultiSelectComboBox<>(getTranslation("rule.devices"));
    private final Checkbox important = new Checkbox(getTranslation("rule.important"));
    private final Checkbox enabled = new Checkbox(getTranslation("rule.enabled"));

    /** @param store throws {@link RuleRefusedException} with what is wrong */
    RuleDialog(String title, Draft shown, RuleChoices.Of choices, Messages messages, Consumer<Draft> store) {
        addClassNames("form-dialog", "rule-dialog");
        setHeaderTitle(title);
        name.setMaxLength(NotificationRules.LONGEST_NAME);
        topics.setItems(RuleTopic.all());
        topics.setItemLabelGenerator(topic -> topic.name(messages, getLocale()));
        topics.setHelperText(getTranslation("rule.topicsHelp"));
        looks(messages);
        choosing(people, choices.people());
        choosing(devices, choices.devices());
        show(shown, choices);
        Button cancel = new Button(getTranslation("action.cancel"), click -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button save = new Button(getTranslation("action.save"), click -> save(store));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div look = new Div(colour, icon);
        look.addClassName("rule-look");
        add(name, topics, look, people, devices, important, enabled);
        getFooter().add(cancel, save);
        name.focus();
    }

    private void looks(Messages messages) {
        colour.setLabel(getTranslation("rule.colour"));
        colour.setItems(NoticeColour.values());
        colour.setItemLabelGenerator(one -> messages.nameOf(getLocale(), one));
        colour.setRenderer(new ComponentRenderer<>(one -> {
            Span dot = new Span("●");
            dot.getElement().setAttribute("aria-hidden", "true");
            Span drawn = new Span(dot, new Span(" " + messages.nameOf(getLocale(), one)));
            drawn.addClassNames("notice-choice", Looks.style(one));
            return drawn;
        }));
        icon.setLabel(getTranslation("rule.icon"));
        icon.setItems(NoticeIcon.values());
        icon.setItemLabelGenerator(one -> messages.nameOf(getLocale(), one));
        icon.setRenderer(new ComponentRenderer<>(one -> {
            Component sign = Looks.icon(one).create();
            Span drawn = new Span(sign, new Span(messages.nameOf(getLocale(), one)));
            drawn.addClassName("notice-choice");
            return drawn;
        }));
    }

    private void choosing(MultiSelectComboBox<Choice> field, ReferenceChoices choices) {
        field.setItemLabelGenerator(Choice::name);
        field.setPlaceholder(getTranslation("rule.all"));
        field.setItems(query -> {
            int offset = query.getOffset();
            int limit = query.getLimit();
            return choices.find(query.getFilter().orElse(""), offset, limit).stream();
        });
    }

    private void show(Draft shown, RuleChoices.Of choices) {
        name.setValue(shown.name());
        topics.setValue(RuleTopic.of(shown));
        colour.setValue(shown.colour());
        icon.setValue(shown.icon());
        people.setValue(named(shown.people(), choices.people()));
        devices.setValue(named(shown.devices(), choices.devices()));
        important.setValue(shown.important());
        enabled.setValue(shown.enabled());
    }

    private static Set<Choice> named(Set<String> ids, ReferenceChoices choices) {
        return ids.stream().map(id -> new Choice(id, choices.nameOf(id))).collect(Collectors.toSet());
    }

    private static Set<String> ids(Set<Choice> chosen) {
        return chosen.stream().map(Choice::id).collect(Collectors.toSet());
    }

    private void save(Consumer<Draft> store) {
        Stream.<HasValidationProperties>of(name, topics, people, devices).forEach(field -> field.setInvalid(false));
        try {
            store.accept(new Draft(
                    name.getValue(),
                    enabled.getValue(),
                    important.getValue(),
                    colour.getValue(),
                    icon.getValue(),
                    RuleTopic.kinds(topics.getValue()),
                    RuleTopic.reasons(topics.getValue()),
                    ids(people.getValue()),
                    ids(devices.getValue())));
            close();
        } catch (RuleRefusedException refused) {
            String why = getTranslation(Messages.keyOf(refused.reason()));
            switch (refused.reason()) {
                case NAME_MISSING, NAME_TOO_LONG, NAME_TAKEN -> refuse(name, why);
                case NOTHING_CHOSEN -> refuse(topics, why);
                case PERSON_UNKNOWN -> refuse(people, why);
                case DEVICE_UNKNOWN, TOO_MANY -> refuse(devices, why);
                case UNKNOWN, TOO_MANY_RULES, CHANGED -> Notification.show(why);
            }
        }
    }

    private static void refuse(HasValidationProperties field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
    }
}
