package dev.lintel.ui.user;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.factor.AuthenticatorSecret;
import dev.lintel.domain.user.factor.CodeRefusedException;
import dev.lintel.domain.user.factor.SecondFactors;
import dev.lintel.ui.component.CopyField;
import java.util.List;
import java.util.function.Consumer;

/** Takes an authenticator app in use: scan, type the code that it shows. */
final class AppDialog extends PasswordDialog {
    private static final long serialVersionUID = 1L;

    private final transient SecondFactors factors;
    private final transient Actor actor;
    private final transient AuthenticatorSecret secret = AuthenticatorSecret.random();
    private final TextField code = new TextField(getTranslation("app.code"));

    /** @param used gets recovery codes, if there are new ones */
    AppDialog(SecondFactors factors, Actor actor, Consumer<List<String>> used) {
        super("app.add", "app.how", "app.use");
        this.factors = factors;
        this.actor = actor;
        Image picture = QrCode.of(secret.uri(actor.name()), getTranslation("app.picture"));
        code.setRequiredIndicatorVisible(true);
        code.getElement().setAttribute("autocomplete", "one-time-code").setAttribute("inputmode", "numeric");
        ask(picture, new CopyField(getTranslation("app.secret"), secret.base32()), code);
        then(password -> use(password, used));
        code.focus();
    }

    private void use(String password, Consumer<List<String>> used) {
        code.setInvalid(false);
        try {
            List<String> codes = factors.useApp(actor, password, secret, code.getValue());
            close();
            used.accept(codes);
        } catch (CodeRefusedException wrong) {
            code.setErrorMessage(getTranslation("app.codeWrong"));
            code.setInvalid(true);
            code.focus();
        }
    }
}
