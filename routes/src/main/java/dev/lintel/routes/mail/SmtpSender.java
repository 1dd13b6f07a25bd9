package dev.lintel.routes.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Sends a mail to the server of the mail's own session, and keeps what the server said to it. */
final class SmtpSender extends DefaultJavaMailSender {
    @Override
    public void send(MimeMessage mail) throws MessagingException {
        WrittenMail written = (WrittenMail) mail;
        Session session = written.session();
        try (SMTPTransport server = (SMTPTransport) session.getTransport()) {
            server.connect();
            server.sendMessage(written, written.getAllRecipients());
            written.taken(server.getLastServerResponse());
        }
    }
}
