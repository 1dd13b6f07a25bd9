package dev.lintel.ui.user;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.ColourScheme;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.domain.user.Preferences;
import dev.lintel.domain.user.TimeFormat;
import dev.lintel.domain.user.own.PersonalPage;
import dev.lintel.ui.component.Appearance;
import dev.lintel.ui.component.Preferred;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Language, clock, notation, light or dark. */
final class PreferencesForm extends Section {
    private static final long serialVersionUID = 1L;

    private final transient PersonalPage page;
    private final transient Actor actor;
    private final Select<Language> language = new Select<>();
    private final ComboBox<String> zone = new ComboBox<>(getTranslation("prefer.zone"));
    private final Select<TimeFormat> timeFormat;
    private final Select<IdentifierNotation> notation;
    private final Select<ColourScheme> appearance;

    PreferencesForm(PersonalPage page, Actor actor, UI ui, Messages messages) {
        this.page = page;
        this.actor = actor;
        Preferences now = page.preferences(actor);
        language.setLabel(getTranslation("language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(Language.nearest(now.language()));
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList());
        zone.setPlaceholder(getTranslation("prefer.zoneOfBrowser"));
        zone.setClearButtonVisible(true);
        ZoneId chosen = now.zone();
        zone.setValue(chosen == null ? null : chosen.getId());
        timeFormat = choice("prefer.timeFormat", now.timeFormat(), TimeFormat.values());
        notation = choice("prefer.notation", now.notation(), IdentifierNotation.values());
        notation.setHelperText(getTranslation("prefer.notationHelp"));
        appearance = choice("appearance", now.appearance(), ColourScheme.values());
        Button save = new Button(getTranslation("action.save"), click -> save(ui));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new H2(getTranslation("prefer.title")), language, zone, timeFormat, notation, appearance, save);
    }

    @SafeVarargs
    private <T extends Enum<T>> Select<T> choice(String key, T chosen, T... all) {
        Select<T> select = new Select<>();
        select.setLabel(getTranslation(key));
        select.setItems(all);
        select.setItemLabelGenerator(one -> getTranslation(Messages.keyOf(one)));
        select.setValue(chosen);
        return select;
    }

    private void save(UI ui) {
        @Nullable String id = zone.getValue();
        boolean sameLanguage =
                language.getValue() == Language.nearest(Preferred.of(ui).language());
        Preferences chosen = new Preferences(
                language.getValue().locale(),
                id == null ? null : Preferences.zone(id).orElse(null),
                timeFormat.getValue(),
                notation.getValue(),
                appearance.getValue());
        page.prefer(actor, chosen);
        Preferred.remember(ui, chosen);
        Appearance.choose(ui, chosen.appearance());
        if (sameLanguage) {
            Notification.show(getTranslation("me.saved"));
        } else {
            ui.getPage().reload();
        }
    }
}
