package dev.lintel.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
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
import dev.lintel.standalone.LintelVersion;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;

/** The server as a whole: where it is reached, which language it greets in, what it runs. */
@Route(value = "settings", layout = MainLayout.class)
@PermitAll
public class GeneralView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Settings settings;
    private final transient Actor actor;
    private final TextField name = new TextField(getTranslation("settings.name"));
    private final TextField serverUrl = new TextField(getTranslation("settings.serverUrl"));
    private final Select<Language> language = new Select<>();

    GeneralView(Settings settings, AccessDecisionPoint decisionPoint, CurrentActor current) {
        this.settings = settings;
        this.actor = current.get();
        addClassName("form-view");
        ServerSettings now = settings.view(actor);
        boolean mayEdit = actor.may(Permission.SETTINGS_EDIT);
        name.setHelperText(getTranslation("settings.nameHelp"));
        name.setMaxLength(60);
        name.setValue(now.name());
        name.setReadOnly(!mayEdit);
        serverUrl.setHelperText(getTranslation("settings.serverUrlHelp"));
        serverUrl.setPlaceholder("https://doors.example.org");
        serverUrl.setValue(Objects.toString(now.serverUrl(), ""));
        serverUrl.setReadOnly(!mayEdit);
        language.setLabel(getTranslation("settings.language"));
        language.setHelperText(getTranslation("settings.languageHelp"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(Language.nearest(now.defaultLanguage()));
        language.setReadOnly(!mayEdit);
        Section form = new Section(new H2(getTranslation("settings.server")), name, serverUrl, language);
        if (mayEdit) {
            Button save = new Button(getTranslation("action.save"), click -> save());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            form.add(save);
        }
        Facts about = new Facts();
        about.fact("settings.version", LintelVersion.current());
        about.fact("explain.ruleVersion", new Code(decisionPoint.ruleVersion()));
        add(
                new ViewHeader(getTranslation("settings.title")),
                form,
                new Section(new H2(getTranslation("settings.about")), about));
    }

    private void save() {
        name.setInvalid(false);
        serverUrl.setInvalid(false);
        language.setInvalid(false);
        try {
            String tag = language.getValue().locale().toLanguageTag();
            ServerSettings saved = settings.change(actor, name.getValue(), serverUrl.getValue(), tag);
            name.setValue(saved.name());
            serverUrl.setValue(Objects.toString(saved.serverUrl(), ""));
            Notification.show(getTranslation("settings.saved"));
        } catch (SettingRefusedException refused) {
            String why = getTranslation(Messages.keyOf(refused.reason()));
            switch (refused.reason()) {
                case NAME_TOO_LONG, NAME_CONTROL_CHARACTER -> refuse(name, why);
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
