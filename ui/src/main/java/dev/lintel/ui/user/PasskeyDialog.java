package dev.lintel.ui.user;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.OwnPassword;
import dev.lintel.domain.user.factor.PasskeyRecord;
import dev.lintel.ui.security.passkey.PasskeyRegistration;
import dev.lintel.ui.security.passkey.PasskeyRegistration.PasskeyRefusedException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/** Adds a passkey: the password first, then the browser asks its own questions. */
final class PasskeyDialog extends PasswordDialog {
    private static final long serialVersionUID = 1L;

    private final transient PasskeyRegistration passkeys;
    private final transient Actor actor;
    private final transient Consumer<List<String>> added;
    private final TextField name = new TextField(getTranslation("passkey.name"));

    /** @param added gets recovery codes, if there are new ones */
    PasskeyDialog(PasskeyRegistration passkeys, OwnPassword own, Actor actor, Consumer<List<String>> added) {
        super("passkey.add", "passkey.how", "passkey.go");
        this.passkeys = passkeys;
        this.actor = actor;
        this.added = added;
        name.setHelperText(getTranslation("passkey.nameHelp"));
        name.setMaxLength(PasskeyRecord.LONGEST_NAME);
        ask(name);
        then(password -> {
            own.require(actor, password);
            askTheBrowser(UI.getCurrentOrThrow());
        });
        name.focus();
    }

    private void askTheBrowser(UI ui) {
        PublicKeyCredentialCreationOptions wish = passkeys.wish(actor);
        ui.getPage()
                .executeJs("return window.lintelPasskeys.create($0)", passkeys.json(wish))
                .then(String.class, answer -> take(wish, answer), failure -> refuse());
    }

    private void take(PublicKeyCredentialCreationOptions wish, String answer) {
        String label = name.getValue().isBlank()
                ? getTranslation("passkey.unnamed")
                : name.getValue().strip();
        try {
            List<String> codes = passkeys.add(actor, wish, answer, label);
            close();
            added.accept(codes);
        } catch (PasskeyRefusedException refused) {
            refuse();
        }
    }

    private void refuse() {
        name.setErrorMessage(getTranslation("passkey.refused"));
        name.setInvalid(true);
    }
}
