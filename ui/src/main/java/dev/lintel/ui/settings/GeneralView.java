package dev.lintel.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.access.AccessDecisionPoint;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.settings.SettingRefusedException;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.settings.SettingsDraft;
import dev.lintel.standalone.LintelVersion;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.guest.ServerLimits;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The server as a whole: how it is called and reached, who gets an account by themselves, what it runs. */
@Route(value = "settings", layout = MainLayout.class)
@PermitAll
public class GeneralView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Settings settings;
    private final transient Actor actor;
    private final TextField name = new TextField(getTranslation("settings.name"));
    private final TextArea description = new TextArea(getTranslation("settings.description"));
    private final TextField serverUrl = new TextField(getTranslation("settings.serverUrl"));
    private final Select<Language> language = new Select<>();
    private final Checkbox registration = new Checkbox(getTranslation("settings.registration"));
    private final Checkbox recovery = new Checkbox(getTranslation("settings.recovery"));

    GeneralView(Settings settings, ServerLimits guests, AccessDecisionPoint decisionPoint, CurrentActor current) {
        this.settings = settings;
        this.actor = current.get();
        addClassName("form-view");
        texts();
        show(settings.view(actor));
        Section form = new Section(new H2(getTranslation("settings.server")), name, description, serverUrl, language);
        Section people = new Section(new H2(getTranslation("settings.people")), registration, recovery);
        if (actor.may(Permission.SETTINGS_EDIT)) {
            Button save = new Button(getTranslation("action.save"), click -> save());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            people.add(save);
        } else {
            fields().forEach(field -> field.setReadOnly(true));
        }
        Facts about = new Facts();
        about.fact("settings.version", LintelVersion.current());
        about.fact("explain.ruleVersion", new Code(decisionPoint.ruleVersion()));
        add(
                new ViewHeader(getTranslation("settings.title")),
                form,
                people,
                guests,
                new Section(new H2(getTranslation("settings.about")), about));
    }

    private List<HasValueAndElement<?, ?>> fields() {
        return List.of(name, description, serverUrl, language, registration, recovery);
    }

    private void texts() {
        name.setHelperText(getTranslation("settings.nameHelp"));
        name.setMaxLength(60);
        description.setHelperText(getTranslation("settings.descriptionHelp"));
        description.setMaxLength(500);
        serverUrl.setHelperText(getTranslation("settings.serverUrlHelp"));
        serverUrl.setPlaceholder("https://doors.example.org");
        language.setLabel(getTranslation("settings.language"));
        language.setHelperText(getTranslation("settings.languageHelp"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        registration.setHelperText(getTranslation("settings.registrationHelp"));
        recovery.setHelperText(getTranslation("settings.recoveryHelp"));
    }

    private void show(ServerSettings now) {
        name.setValue(now.name());
        description.setValue(now.description());
        serverUrl.setValue(Objects.toString(now.serverUrl(), ""));
        language.setValue(Language.nearest(now.defaultLanguage()));
        registration.setValue(now.registration());
        recovery.setValue(now.recovery());
    }

    private void save() {
        Stream.<HasValidation>of(name, description, serverUrl, language).forEach(field -> field.setInvalid(false));
        try {
            show(settings.change(
                    actor,
                    new SettingsDraft(
                            name.getValue(),
                            description.getValue(),
                            serverUrl.getValue(),
                            language.getValue().locale().toLanguageTag(),
                            registration.getValue(),
                            recovery.getValue())));
            Notification.show(getTranslation("settings.saved"));
        } catch (SettingRefusedException refused) {
            String why = getTranslation(Messages.keyOf(refused.reason()));
            switch (refused.reason()) {
                case NAME_TOO_LONG, NAME_CONTROL_CHARACTER -> refuse(name, why);
                case DESCRIPTION_TOO_LONG -> refuse(description, why);
                case LANGUAGE_UNKNOWN -> refuse(language, why);
                case SERVER_URL_MALFORMED, SERVER_URL_SCHEME, SERVER_URL_TOO_MUCH -> refuse(serverUrl, why);
            }
        }
    }

    private static <F extends Component & HasValidationProperties & Focusable<?>> void refuse(F field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title") + " · Lintel";
    }
}
