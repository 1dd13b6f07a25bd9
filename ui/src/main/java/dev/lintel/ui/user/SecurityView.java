package dev.lintel.ui.user;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.OwnPassword;
import dev.lintel.domain.user.factor.Passkey;
import dev.lintel.domain.user.factor.SecondFactor;
import dev.lintel.domain.user.factor.SecondFactors;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.security.passkey.PasskeyRegistration;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How somebody proves who they are, and where they have done so. */
@Route(value = "me/security", layout = MainLayout.class)
@PermitAll
public class SecurityView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient SecondFactors factors;
    private final transient OwnPassword password;
    private final transient PasskeyRegistration registration;
    private final transient Actor actor;
    private final transient Moments moments;
    private final Section app = new Section();
    private final Section passkeys = new Section();
    private final Section recovery = new Section();

    SecurityView(
            SecondFactors factors,
            OwnPassword password,
            PasskeyRegistration registration,
            SessionList sessions,
            CurrentActor current,
            Messages messages) {
        this.factors = factors;
        this.password = password;
        this.registration = registration;
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        addClassName("form-view");
        add(new ViewHeader(getTranslation("me.title")), new PersonalTabs(SecurityView.class));
        Button change = new Button(getTranslation("password.title"), click -> UI.getCurrentOrThrow()
                .navigate(ChangePasswordView.class));
        add(new Section(new H2(getTranslation("login.password")), about("security.password"), change));
        add(app, passkeys, recovery, sessions.show(actor, moments));
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJavaScript("context://js/passkeys.js");
    }

    private void refresh() {
        SecondFactor factor = factors.own(actor);
        showApp(factor.appSince());
        showPasskeys(factor.passkeys());
        recovery.setVisible(factor.isOn());
        recovery.removeAll();
        recovery.add(
                new H2(getTranslation("recovery.title")),
                new Paragraph(getTranslation("recovery.left", factor.recoveryCodesLeft())),
                new Button(getTranslation("recovery.renew"), click -> renew()));
    }

    private void showApp(@Nullable Instant since) {
        app.removeAll();
        app.add(new H2(getTranslation("app.title")));
        if (since == null) {
            app.add(about("app.about"), new Button(getTranslation("app.add"), click -> addApp()));
            return;
        }
        Button remove = removal(getTranslation("app.remove"), click -> removeApp());
        app.add(
                new Paragraph(getTranslation(
                        "app.since", moments.date(since.atZone(moments.zone()).toLocalDate()))),
                new Div(new Button(getTranslation("app.replace"), click -> addApp()), remove));
    }

    private void showPasskeys(List<Passkey> own) {
        passkeys.removeAll();
        passkeys.add(new H2(getTranslation("passkey.title")), about("passkey.about"));
        if (!own.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("plain-list");
            own.forEach(passkey -> list.add(row(passkey)));
            passkeys.add(list);
        }
        Paragraph unable = about("passkey.needsHttps");
        Button add = new Button(
                getTranslation("passkey.add"),
                click -> new PasskeyDialog(registration, password, actor, this::changed).open());
        passkeys.add(add, unable);
        passkeys.getElement().executeJs("""
                const able = window.PublicKeyCredential && window.isSecureContext && /[a-z]/i.test(location.hostname);
                $0.hidden = !able; $1.hidden = able;""", add.getElement(), unable.getElement());
    }

    private ListItem row(Passkey passkey) {
        Instant used = passkey.lastUsed();
        Span name = new Span(passkey.name());
        name.addClassName("strong");
        Span when = new Span(
                used == null
                        ? getTranslation("passkey.neverUsed")
                        : getTranslation("passkey.lastUsed", moments.inList(used)));
        Button remove = removal(getTranslation("action.remove"), click -> new PasswordDialog(
                        "passkey.removeTitle", "passkey.removeText", "action.remove")
                .dangerous()
                .thenClose(typed -> factors.removePasskey(actor, typed, passkey.id()), this::refresh)
                .open());
        remove.setAriaLabel(getTranslation("action.removeOf", passkey.name()));
        return new ListItem(new Div(name, when), remove);
    }

    private void addApp() {
        new AppDialog(factors, actor, this::changed).open();
    }

    private void removeApp() {
        new PasswordDialog("app.removeTitle", "app.removeText", "action.remove")
                .dangerous()
                .thenClose(typed -> factors.removeApp(actor, typed), this::refresh)
                .open();
    }

    private void renew() {
        PasswordDialog dialog = new PasswordDialog("recovery.renew", "recovery.renewText", "recovery.renew");
        dialog.then(typed -> {
                    List<String> codes = factors.renewRecoveryCodes(actor, typed);
                    dialog.close();
                    changed(codes);
                })
                .open();
    }

    private void changed(List<String> codes) {
        refresh();
        if (!codes.isEmpty()) {
            new RecoveryCodesDialog(codes).open();
        }
    }

    private Paragraph about(String key) {
        Paragraph text = new Paragraph(getTranslation(key));
        text.addClassName("about");
        return text;
    }

    private static Button removal(String text, ComponentEventListener<ClickEvent<Button>> click) {
        Button remove = new Button(text, click);
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return remove;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.title") + " · Lintel";
    }
}
