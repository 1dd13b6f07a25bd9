package dev.lintel.routes.mail;

import dev.lintel.domain.mail.InlineImage;
import dev.lintel.domain.mail.MailServer;
import dev.lintel.domain.mail.OutgoingMail;
import dev.lintel.domain.permission.Secrets;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A mail as it travels (RFC 5322, RFC 2045): plain text, and HTML with its images, to choose from. Every attempt at the same
 * mail has the same message id, by which mail servers tell that a second one is no other.
 */
final class WrittenMail extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int ID_BYTES = 12;

    private final String messageId;
    private String reply = "";

    WrittenMail(Session session, MailServer server, String senderName, OutgoingMail mail, Instant now)
            throws MessagingException {
        super(session);
        String sender = wire(server.senderAddress());
        messageId = "<" + identity(mail) + sender.substring(sender.lastIndexOf('@')) + ">";
        setFrom(named(sender, senderName));
        setRecipient(Message.RecipientType.TO, new InternetAddress(wire(mail.to()), true));
        if (server.replyTo() != null) {
            setReplyTo(new InternetAddress[] {new InternetAddress(wire(server.replyTo()), true)});
        }
        setSubject(mail.text().subject(), UTF_8);
        setSentDate(Date.from(now));
        setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's holiday notice shall answer
        Multipart choice = new MimeMultipart("alternative", text(mail.text().plain(), "plain"), html(mail));
        setContent(choice);
        saveChanges();
    }

    /** Whom it is sent through. */
    Session session() {
        return Objects.requireNonNull(session);
    }

    void taken(String serversReply) {
        reply = serversReply;
    }

    /** What the server said when it took the mail. */
    String reply() {
        return reply;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart html(OutgoingMail mail) throws MessagingException {
        MimeBodyPart html = text(mail.text().html(), "html");
        if (mail.images().isEmpty()) {
            return html;
        }
        MimeMultipart related = new MimeMultipart("related", html);
        for (InlineImage image : mail.images()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(image.bytes(), image.mediaType())));
            part.setContentID("<" + image.name() + ">");
            part.setDisposition(INLINE);
            related.addBodyPart(part);
        }
        MimeBodyPart whole = new MimeBodyPart();
        whole.setContent(related);
        return whole;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, name, UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("every Java has UTF-8", impossible);
        }
    }

    private static String identity(OutgoingMail mail) {
        byte[] hash = Secrets.hash(mail.id() + mail.to() + mail.text().plain());
        return "lintel-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
    }

    /** Names of hosts travel in ASCII (RFC 5891). */
    private static String wire(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    }
}
