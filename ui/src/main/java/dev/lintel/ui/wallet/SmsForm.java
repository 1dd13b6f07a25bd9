package dev.lintel.ui.wallet;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.sms.SmsAccount;
import dev.lintel.domain.sms.SmsRefusedException;
import dev.lintel.domain.sms.SmsRefusedException.Field;
import dev.lintel.domain.sms.SmsSettings;
import dev.lintel.domain.wallet.WalletSettings;
import dev.lintel.ui.component.Refusals;
import java.util.Optional;

/** The account by which short messages go out. */
final class SmsForm extends Section {
    private static final long serialVersionUID = 1L;

    private final transient SmsSettings settings;
    private final transient Actor actor;
    private final Refusals refusals = new Refusals();
    private final TextField account = refusals.at(Field.ACCOUNT, new TextField(getTranslation("sms.account")));
    private final PasswordField token = refusals.at(Field.TOKEN, new PasswordField(getTranslation("sms.token")));
    private final TextField sender = refusals.at(Field.SENDER, new TextField(getTranslation("sms.sender")));
    private final Paragraph nothing = new Paragraph(getTranslation("sms.nothing"));
    private final Button remove = new Button(getTranslation("wallet.remove"), click -> remove());
    private int version;

    SmsForm(SmsSettings settings, Actor actor) {
        this.settings = settings;
        this.actor = actor;
        account.setPlaceholder("AC…");
        sender.setPlaceholder("+442079460000");
        sender.setHelperText(getTranslation("sms.senderHelp"));
        token.setAutocomplete(Autocomplete.NEW_PASSWORD);
        account.setManualValidation(true);
        token.setManualValidation(true);
        sender.setManualValidation(true);
        add(new H2(getTranslation("sms.title")), nothing, account, token, sender, refusals);
        if (WalletSettings.mayEdit(actor)) {
            Button save = new Button(getTranslation("action.save"), click -> save());
            save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            Div actions = new Div(save, remove);
            actions.addClassName("row-actions");
            add(actions);
        } else {
            account.setReadOnly(true);
            token.setReadOnly(true);
            sender.setReadOnly(true);
        }
        show(settings.view(actor));
    }

    private void show(Optional<SmsSettings.Current> current) {
        nothing.setVisible(current.isEmpty());
        remove.setVisible(current.isPresent());
        version = current.map(SmsSettings.Current::version).orElse(0);
        token.clear();
        token.setPlaceholder(current.isPresent() ? getTranslation("mail.passwordKept") : "");
        current.ifPresent(known -> {
            account.setValue(known.account().account());
            sender.setValue(known.account().sender());
        });
    }

    private void save() {
        refusals.clear();
        try {
            SmsAccount wanted = new SmsAccount(account.getValue(), sender.getValue());
            show(Optional.of(settings.change(actor, wanted, token.isEmpty() ? null : token.getValue(), version)));
            Notification.show(getTranslation("settings.saved"));
        } catch (SmsRefusedException refused) {
            refusals.refuse(refused.problems());
        }
    }

    private void remove() {
        settings.remove(actor);
        show(Optional.empty());
        Notification.show(getTranslation("sms.removed"));
    }
}
