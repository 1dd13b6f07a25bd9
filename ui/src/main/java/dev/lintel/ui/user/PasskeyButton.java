package dev.lintel.ui.user;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Logs in with a passkey. Shown where the browser has such a thing, which is on HTTPS and on this machine. */
final class PasskeyButton extends Div {
    private static final long serialVersionUID = 1L;

    PasskeyButton() {
        addClassName("passkey-login");
        getElement().setAttribute("hidden", true);
        Button button = new Button(getTranslation("login.passkey"), VaadinIcon.KEY_O.create());
        button.setWidthFull();
        Div refused = new Div();
        refused.addClassName("problem");
        refused.getElement().setAttribute("role", "alert");
        // the answer of the browser goes to Spring Security by itself: a login is no business of a page
        button.getElement()
                .executeJs(
                        "this.addEventListener('click', () => window.lintelPasskeys.logIn().catch(() => {$0.textContent = $1}))",
                        refused.getElement(),
                        getTranslation("login.passkeyRefused"));
        add(button, refused);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJavaScript("context://js/passkeys.js");
        getElement()
                .executeJs("this.hidden = !(window.PublicKeyCredential && window.isSecureContext"
                        + " && /[a-z]/i.test(location.hostname) && !location.hostname.includes(':'))");
    }
}
