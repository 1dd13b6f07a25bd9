package dev.lintel.ui.mail;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.mail.MailEncryption;
import dev.lintel.domain.mail.MailServer;
import dev.lintel.domain.mail.MailSettings;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields that describe a mail server. */
final class MailServerForm extends Section {
    private static final long serialVersionUID = 1L;
    private static final int LOWEST_PORT = 1;
    private static final int HIGHEST_PORT = 65_535;

    private final Refusals refusals = new Refusals();
    private final TextField host = refusals.at("host", new TextField(getTranslation("mail.host")));
    private final Select<MailEncryption> encryption = refusals.at("encryption", new Select<>());
    private final IntegerField port = refusals.at("port", new IntegerField(getTranslation("mail.port")));
    private final TextField user = refusals.at("user", new TextField(getTranslation("mail.user")));
    private final PasswordField password = refusals.at("password", new PasswordField(getTranslation("mail.password")));
    private final Checkbox plainPassword = new Checkbox(getTranslation("mail.plainPassword"));
    private final TextField senderAddress =
            refusals.at("senderAddress", new TextField(getTranslation("mail.senderAddress")));
    private final TextField senderName = refusals.at("senderName", new TextField(getTranslation("mail.senderName")));
    private final TextField replyTo = refusals.at("replyTo", new TextField(getTranslation("mail.replyTo")));

    /** @param serverName whom mail comes from where no other name is given */
    MailServerForm(String serverName, boolean mayEdit) {
        host.setPlaceholder("mail.example.org");
        encryption.setLabel(getTranslation("mail.encryption"));
        encryption.setItems(MailEncryption.values());
        encryption.setItemLabelGenerator(each -> getTranslation(Messages.keyOf(each)));
        encryption.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                port.setValue(change.getValue().usualPort());
            }
            offerPlainPassword();
        });
        port.setMin(LOWEST_PORT);
        port.setMax(HIGHEST_PORT);
        // ours are said in the person's language, and at the same moment as all others
        port.setManualValidation(true);
        user.setHelperText(getTranslation("mail.userHelp"));
        user.setAutocomplete(Autocomplete.OFF);
        user.setValueChangeMode(ValueChangeMode.LAZY);
        user.addValueChangeListener(change -> offerPlainPassword());
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        senderAddress.setPlaceholder("doors@example.org");
        senderName.setPlaceholder(serverName);
        replyTo.setHelperText(getTranslation("mail.replyToHelp"));
        Div connection = new Div(host, encryption, port);
        connection.addClassName("connection");
        add(
                new H2(getTranslation("mail.server")),
                connection,
                user,
                password,
                plainPassword,
                new H2(getTranslation("mail.sender")),
                senderAddress,
                senderName,
                replyTo,
                refusals);
        List.of(host, user, password, senderAddress, senderName, replyTo).forEach(field -> field.setReadOnly(!mayEdit));
        encryption.setReadOnly(!mayEdit);
        port.setReadOnly(!mayEdit);
        plainPassword.setReadOnly(!mayEdit);
        encryption.setValue(MailEncryption.STARTTLS);
        port.setValue(MailEncryption.STARTTLS.usualPort());
        offerPlainPassword();
    }

    void show(MailSettings.Current current) {
        MailServer server = current.server();
        host.setValue(server.host());
        encryption.setValue(server.encryption());
        port.setValue(server.port());
        user.setValue(Objects.toString(server.user(), ""));
        password.clear();
        password.setPlaceholder(current.hasPassword() ? getTranslation("mail.passwordKept") : "");
        plainPassword.setValue(server.plainPassword());
        senderAddress.setValue(server.senderAddress());
        senderName.setValue(server.senderName());
        replyTo.setValue(Objects.toString(server.replyTo(), ""));
        offerPlainPassword();
    }

    /** @throws dev.lintel.domain.mail.MailRefusedException with everything that is wrong */
    MailServer server() {
        return new MailServer(
                host.getValue(),
                port.getValue() == null ? 0 : port.getValue(),
                encryption.getValue(),
                user.getValue(),
                senderAddress.getValue(),
                senderName.getValue(),
                replyTo.getValue(),
                plainPassword.isVisible() && plainPassword.getValue());
    }

    /** Null keeps the stored one. */
    @Nullable
    String password() {
        return password.isEmpty() ? null : password.getValue();
    }

    Refusals refusals() {
        return refusals;
    }

    private void offerPlainPassword() {
        plainPassword.setVisible(encryption.getValue() == MailEncryption.NONE && !user.isEmpty());
    }
}
