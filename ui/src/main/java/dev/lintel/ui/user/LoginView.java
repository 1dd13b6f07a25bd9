package dev.lintel.ui.user;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
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
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.user.invitation.PasswordRecovery;
import dev.lintel.standalone.LintelVersion;
import dev.lintel.ui.component.Wordmark;
import dev.lintel.ui.i18n.Language;
import dev.lintel.ui.user.invitation.RecoverView;
import java.util.List;
import java.util.Map;

/**
 * Where people log in. The address says why they were sent back: {@code ?error}, {@code ?limited=<seconds>}, {@code ?expired}
 * or {@code ?ended}.
 */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** Also where the form is posted to. */
    public static final String PATH = "login";

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_WAIT = 86_400;

    private final transient AuthenticationContext authentication;
    private final LoginForm form = new LoginForm();
    private final Paragraph notice = new Paragraph();

    LoginView(AuthenticationContext authentication, Settings settings, PasswordRecovery recovery) {
        this.authentication = authentication;
        addClassName("login-view");
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(recovery.isOffered());
        form.addForgotPasswordListener(forgotten -> UI.getCurrentOrThrow().navigate(RecoverView.PATH));
        notice.addClassName("login-notice");
        notice.getElement().setAttribute("role", "status");
        notice.setVisible(false);
        H1 name = new H1(new Wordmark());
        Paragraph server = new Paragraph(settings.inForce().name());
        server.addClassName("server-name");
        server.setVisible(!server.getText().equals(ServerSettings.PRODUCT));
        Paragraph description = new Paragraph(settings.inForce().description());
        description.addClassName("server-description");
        description.setVisible(!description.getText().isEmpty());
        Paragraph version = new Paragraph(getTranslation("login.version", LintelVersion.current()));
        version.addClassName("version");
        Div card = new Div(name, server, description, notice, form, new PasskeyButton(), new Div(languages(), version));
        card.addClassName("login-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        Map<String, List<String>> query =
                event.getLocation().getQueryParameters().getParameters();
        int wait = query.containsKey("limited") ? seconds(query.get("limited")) : 0;
        form.setI18n(words(wait));
        form.setError(wait > 0 || query.containsKey("error"));
        if (query.containsKey("expired") || query.containsKey("ended")) {
            notice.setText(getTranslation(query.containsKey("ended") ? "login.ended" : "login.expired"));
            notice.setVisible(true);
        }
    }

    /**
     * The open line for news begins after the login only: one that somebody opened before it, under the session's earlier id,
     * must not hear what is said afterwards.
     */
    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPushConfiguration().setPushMode(PushMode.DISABLED);
        event.getUI().getPage().addJavaScript("context://js/login.js");
        getElement().executeJs("window.lintelLogin($0, this)", form.getElement());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
    }

    /** The browser was let in, and goes on in the same page. */
    @ClientCallable
    void loggedIn(String address) {
        if (authentication.isAuthenticated()) {
            UI.getCurrentOrThrow().navigate(address);
        }
    }

    /** What stands in an address may have been put there by anybody. */
    private static int seconds(List<String> values) {
        String value = values.isEmpty() ? "" : values.getFirst();
        return value.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(value), 1, LONGEST_WAIT) : 1;
    }

    private LoginI18n words(int wait) {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle(getTranslation("login.title"));
        words.getForm().setUsername(getTranslation("login.name"));
        words.getForm().setPassword(getTranslation("login.password"));
        words.getForm().setForgotPassword(getTranslation("login.forgotten"));
        words.getForm().setSubmit(getTranslation("login.submit"));
        words.getErrorMessage().setUsername(getTranslation("login.nameMissing"));
        words.getErrorMessage().setPassword(getTranslation("login.passwordMissing"));
        boolean limited = wait > 0;
        words.getErrorMessage().setTitle(getTranslation(limited ? "login.limitedTitle" : "login.wrongTitle"));
        words.getErrorMessage()
                .setMessage(limited ? getTranslation("login.limitedText", wait) : getTranslation("login.wrongText"));
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
