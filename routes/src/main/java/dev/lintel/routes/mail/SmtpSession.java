package dev.lintel.routes.mail;

import dev.lintel.domain.mail.MailEncryption;
import dev.lintel.domain.mail.MailServer;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How we talk to a mail server: as it is set, never longer than a minute for a word, and only to whom we mean. */
final class SmtpSession {
    private static final Duration TO_CONNECT = Duration.ofSeconds(15);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);

    private SmtpSession() {}

    static Session with(MailServer server, @Nullable String password) {
        boolean encrypted = server.encryption() != MailEncryption.NONE;
        Properties smtp = new Properties();
        smtp.setProperty("mail.transport.protocol", "smtp");
        smtp.setProperty("mail.smtp.host", server.host());
        smtp.setProperty("mail.smtp.port", Integer.toString(server.port()));
        smtp.setProperty("mail.smtp.ssl.enable", Boolean.toString(server.encryption() == MailEncryption.TLS));
        smtp.setProperty("mail.smtp.starttls.enable", Boolean.toString(encrypted));
        smtp.setProperty(
                "mail.smtp.starttls.required", Boolean.toString(server.encryption() == MailEncryption.STARTTLS));
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        smtp.setProperty("mail.smtp.connectiontimeout", Long.toString(TO_CONNECT.toMillis()));
        smtp.setProperty("mail.smtp.timeout", Long.toString(TO_ANSWER.toMillis()));
        smtp.setProperty("mail.smtp.writetimeout", Long.toString(TO_ANSWER.toMillis()));
        if (server.user() == null) {
            return Session.getInstance(smtp);
        }
        smtp.setProperty("mail.smtp.auth", "true");
        PasswordAuthentication login = new PasswordAuthentication(server.user(), password == null ? "" : password);
        return Session.getInstance(smtp, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return login;
            }
        });
    }
}
