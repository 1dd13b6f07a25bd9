package dev.lintel.ui.wallet;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.wallet.AppleWallet;
import dev.lintel.domain.wallet.WalletRefusedException;
import dev.lintel.domain.wallet.WalletRefusedException.Field;
import dev.lintel.domain.wallet.WalletSettings;
import dev.lintel.domain.wallet.WalletSettings.AppleView;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The certificate for Apple Wallet, and how the passes look. */
final class AppleForm extends Section {
    private static final long serialVersionUID = 1L;

    private final transient WalletSettings wallets;
    private final transient Actor actor;
    private final transient Moments moments;
    private final Refusals refusals = new Refusals();
    private final TextField organisation = new TextField(getTranslation("wallet.organisation"));
    private final TextField background = new TextField(getTranslation("wallet.background"));
    private final TextField foreground = new TextField(getTranslation("wallet.foreground"));
    private final Checkbox push = new Checkbox(getTranslation("wallet.push"));
    private final UploadedFile certificate = new UploadedFile("wallet.certificate", ".p12", ".pfx");
    private final PasswordField password = new PasswordField(getTranslation("wallet.password"));
    private final UploadedFile intermediate = new UploadedFile("wallet.intermediate", ".cer", ".pem", ".crt");
    private final Div known = new Div();
    private final Button remove = new Button(getTranslation("wallet.remove"), click -> remove());
    private int version;

    AppleForm(WalletSettings wallets, Actor actor, ServerSettings server, Messages messages) {
        this.wallets = wallets;
        this.actor = actor;
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        fields();
        add(new H2("Apple Wallet"), known);
        if (server.serverUrl() == null
                || !"https".equalsIgnoreCase(server.serverUrl().getScheme())) {
            Paragraph note = new Paragraph(getTranslation("wallet.noHttps"));
            note.addClassName("note");
            add(note);
        }
        add(organisation, background, foreground, push);
        if (WalletSettings.mayEdit(actor)) {
            Button save = new Button(getTranslation("action.save"), click -> save());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            Div actions = new Div(save, remove);
            actions.addClassName("row-actions");
            add(certificate, password, intermediate, refusals, actions);
        } else {
            Stream.of(organisation, background, foreground).forEach(field -> field.setReadOnly(true));
            push.setReadOnly(true);
        }
        organisation.setValue(server.name());
        show(wallets.apple(actor));
    }

    private void fields() {
        organisation.setMaxLength(AppleWallet.LONGEST_ORGANISATION);
        organisation.setHelperText(getTranslation("wallet.organisationHelp"));
        background.setPlaceholder(AppleWallet.USUAL_BACKGROUND);
        foreground.setPlaceholder(AppleWallet.USUAL_FOREGROUND);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        push.setHelperText(getTranslation("wallet.pushHelp"));
        Stream.of(organisation, background, foreground).forEach(field -> field.setManualValidation(true));
        password.setManualValidation(true);
        refusals.at(Field.ORGANISATION, organisation);
        refusals.at(Field.BACKGROUND, background);
        refusals.at(Field.FOREGROUND, foreground);
        refusals.at(Field.PASSWORD, password);
        refusals.at(Field.CERTIFICATE, certificate::refuse, certificate::focus);
        refusals.at(Field.INTERMEDIATE, intermediate::refuse, intermediate::focus);
    }

    private void show(Optional<AppleView> current) {
        known.removeAll();
        remove.setVisible(current.isPresent());
        version = current.map(AppleView::version).orElse(0);
        if (current.isEmpty()) {
            known.add(new Paragraph(getTranslation("wallet.appleNothing")));
            return;
        }
        AppleView view = current.get();
        Facts facts = new Facts();
        facts.fact("wallet.passType", view.passType());
        facts.fact("wallet.team", view.team());
        facts.fact("wallet.expires", moments.exact(view.expires()));
        known.add(facts);
        organisation.setValue(view.wallet().organisation());
        background.setValue(view.wallet().background());
        foreground.setValue(view.wallet().foreground());
        push.setValue(view.wallet().push());
    }

    private void save() {
        refusals.clear();
        try {
            AppleWallet wallet = new AppleWallet(
                    organisation.getValue(), background.getValue(), foreground.getValue(), push.getValue());
            show(Optional.of(wallets.change(actor, wallet, upload(), version)));
            certificate.clear();
            intermediate.clear();
            password.clear();
            Notification.show(getTranslation("settings.saved"));
        } catch (WalletRefusedException refused) {
            refusals.refuse(refused.problems());
        }
    }

    private WalletSettings.@Nullable Upload upload() {
        byte[] file = certificate.bytes();
        return file == null ? null : new WalletSettings.Upload(file, password.getValue(), intermediate.bytes());
    }

    private void remove() {
        wallets.removeApple(actor);
        show(Optional.empty());
        Notification.show(getTranslation("wallet.removed"));
    }
}
