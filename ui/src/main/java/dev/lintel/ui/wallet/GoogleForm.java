package dev.lintel.ui.wallet;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wallet.WalletRefusedException;
import dev.lintel.domain.wallet.WalletRefusedException.Field;
import dev.lintel.domain.wallet.WalletSettings;
import dev.lintel.domain.wallet.WalletSettings.GoogleView;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.component.Refusals;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The account for Google Wallet. */
final class GoogleForm extends Section {
    private static final long serialVersionUID = 1L;

    private final transient WalletSettings wallets;
    private final transient Actor actor;
    private final Refusals refusals = new Refusals();
    private final TextField issuer = new TextField(getTranslation("wallet.issuer"));
    private final UploadedFile account = new UploadedFile("wallet.serviceAccount", ".json");
    private final Div known = new Div();
    private final Button remove = new Button(getTranslation("wallet.remove"), click -> remove());
    private int version;

    GoogleForm(WalletSettings wallets, Actor actor) {
        this.wallets = wallets;
        this.actor = actor;
        issuer.setPlaceholder("3388000000012345678");
        issuer.setManualValidation(true);
        refusals.at(Field.ISSUER, issuer);
        refusals.at(Field.SERVICE_ACCOUNT, account::refuse, account::focus);
        add(new H2("Google Wallet"), known, issuer);
        if (WalletSettings.mayEdit(actor)) {
            Button save = new Button(getTranslation("action.save"), click -> save());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            Div actions = new Div(save, remove);
            actions.addClassName("row-actions");
            add(account, refusals, actions);
        } else {
            issuer.setReadOnly(true);
        }
        show(wallets.google(actor));
    }

    private void show(Optional<GoogleView> current) {
        known.removeAll();
        remove.setVisible(current.isPresent());
        version = current.map(GoogleView::version).orElse(0);
        if (current.isEmpty()) {
            known.add(new Paragraph(getTranslation("wallet.googleNothing")));
            return;
        }
        Facts facts = new Facts();
        facts.fact("wallet.account", current.get().email());
        known.add(facts);
        issuer.setValue(current.get().issuer());
    }

    private void save() {
        refusals.clear();
        byte[] file = account.bytes();
        try {
            String text = file == null ? null : new String(file, StandardCharsets.UTF_8);
            show(Optional.of(wallets.change(actor, issuer.getValue(), text, version)));
            account.clear();
            Notification.show(getTranslation("settings.saved"));
        } catch (WalletRefusedException refused) {
            refusals.refuse(refused.problems());
        }
    }

    private void remove() {
        wallets.removeGoogle(actor);
        show(Optional.empty());
        Notification.show(getTranslation("wallet.removed"));
    }
}
