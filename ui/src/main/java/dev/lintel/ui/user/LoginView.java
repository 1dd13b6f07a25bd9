package dev.lintel.ui.user;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.lintel.standalone.LintelVersion;
import dev.lintel.ui.component.Wordmark;
import dev.lintel.ui.i18n.Language;

/** Where people log in. The address says why they were sent back: {@code ?error} or {@code ?limited}. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** Also where the form is posted to. */
    public static final String PATH = "login";

    private static final long serialVersionUID = 1L;

    private final transient AuthenticationContext authentication;
    private final LoginForm form = new LoginForm();

    LoginView(AuthenticationContext authentication) {
        this.authentication = authentication;
        addClassName("login-view");
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words(false));
        H1 name = new H1(new Wordmark());
        Paragraph version = new Paragraph(getTranslation("login.version", LintelVersion.current()));
        version.addClassName("version");
        Div card = new Div(name, form, new Div(languages(), version));
        card.addClassName("login-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        boolean limited = query.getParameters().containsKey("limited");
        form.setI18n(words(limited));
        form.setError(limited || query.getParameters().containsKey("error"));
    }

    private LoginI18n words(boolean limited) {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle(getTranslation("login.title"));
        words.getForm().setUsername(getTranslation("login.name"));
        words.getForm().setPassword(getTranslation("login.password"));
        words.getForm().setSubmit(getTranslation("login.submit"));
        words.getErrorMessage().setUsername(getTranslation("login.nameMissing"));
        words.getErrorMessage().setPassword(getTranslation("login.passwordMissing"));
        words.getErrorMessage().setTitle(getTranslation(limited ? "login.limitedTitle" : "login.wrongTitle"));
        words.getErrorMessage().setMessage(getTranslation(limited ? "login.limitedText" : "login.wrongText"));
        return words;
    }

    private Select<Language> languages() {
        Select<Language> languages = new Select<>();
        languages.setItems(Language.values());
        languages.setItemLabelGenerator(Language::ownName);
        languages.setAriaLabel(getTranslation("language"));
        languages.setValue(Language.nearest(getLocale()));
        languages.addValueChangeListener(change -> {
            UI ui = change.getSource().getUI().orElseThrow();
            ChosenLanguage.choose(ui, change.getValue());
            ui.getPage().reload();
        });
        return languages;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.title") + " · Lintel";
    }
}
