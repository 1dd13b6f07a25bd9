package dev.lintel.routes.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lintel.domain.mail.InlineImage;
import dev.lintel.domain.mail.MailAnswer;
import dev.lintel.domain.mail.MailCarrier;
import dev.lintel.domain.mail.MailDelivery;
import dev.lintel.domain.mail.MailDelivery.State;
import dev.lintel.domain.mail.MailEncryption;
import dev.lintel.domain.mail.MailProblem;
import dev.lintel.domain.mail.MailServer;
import dev.lintel.domain.mail.MailSettings;
import dev.lintel.domain.mail.MailText;
import dev.lintel.domain.mail.MailType;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.mail.OutgoingMail;
import dev.lintel.domain.permission.Actor;
import dev.lintel.routes.RoutesIT;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class SmtpCarrierIT extends RoutesIT {
    private static final String PASSWORD = "three green kettles";
    private static final OutgoingMail MAIL = new OutgoingMail(
            7L,
            1,
            "anna@münchen.example",
            new MailText("Вітаємо, Anna", "<p>Здрастуйте <img src=\"cid:qr\"></p>", "Здрастуйте\n"),
            List.of(new InlineImage("qr", "image/png", new byte[] {1, 2, 3})));

    private static SSLContext trusting;
    private static SSLContext usual;
    private static GreenMail green;

    @Autowired
    MailCarrier carrier;

    @Autowired
    MailSettings settings;

    @Autowired
    Mails mails;

    @BeforeAll
    static void start() throws Exception {
        TestCertificate certificate = TestCertificate.create();
        System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
        System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
        trusting = certificate.context();
        usual = SSLContext.getDefault();
        green = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp").dynamicPort(),
            new ServerSetup(0, "127.0.0.1", "smtps").dynamicPort()
        });
        green.start();
        green.setUser("door@example.org", "door", PASSWORD);
    }

    @AfterAll
    static void end() {
        green.stop();
    }

    @AfterEach
    void trustAsUsual() throws Exception {
        SSLContext.setDefault(usual);
        green.purgeEmailFromAllMailboxes();
    }

    @Test
    void aMailArrivesAsPlainTextAndAsHtmlWithItsImage() throws Exception {
        MailAnswer answer = carrier.send(server(plainPort(), MailEncryption.NONE, "door"), PASSWORD, MAIL);

        assertThat(answer).isInstanceOf(MailAnswer.Taken.class);
        assertThat(answer.reply()).startsWith("250");
        MimeMessage arrived = green.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("Вітаємо, Anna");
        assertThat(arrived.getFrom()[0]).hasToString("Mill Court <door@example.org>");
        assertThat(arrived.getReplyTo()[0]).hasToString("office@example.org");
        assertThat(arrived.getAllRecipients()[0]).hasToString("anna@xn--mnchen-3ya.example");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getMessageID()).matches("<lintel-[0-9a-f]{24}@example\\.org>");
        MimeMultipart choice = (MimeMultipart) arrived.getContent();
        assertThat(choice.getContentType()).startsWith("multipart/alternative");
        assertThat((String) choice.getBodyPart(0).getContent()).isEqualToNormalizingNewlines("Здрастуйте\n");
        MimeMultipart html = (MimeMultipart) choice.getBodyPart(1).getContent();
        assertThat(html.getBodyPart(0).getContent()).isEqualTo("<p>Здрастуйте <img src=\"cid:qr\"></p>");
        assertThat(html.getBodyPart(1).getHeader("Content-ID")).containsExactly("<qr>");

        carrier.send(server(plainPort(), MailEncryption.NONE, "door"), PASSWORD, MAIL);
        assertThat(green.getReceivedMessages()[1].getMessageID()).isEqualTo(arrived.getMessageID());
    }

    @Test
    void tellsAWrongPassword() {
        MailAnswer answer = carrier.send(server(plainPort(), MailEncryption.NONE, "door"), "wrong", MAIL);

        assertRefused(answer, MailProblem.AUTHENTICATION_FAILED);
        assertThat(answer.reply()).startsWith("535");
    }

    @Test
    void sendsOverTlsToWhomItTrustsOnly() throws Exception {
        MailServer server = server(green.getSmtps().getPort(), MailEncryption.TLS, "door");
        assertRefused(carrier.send(server, PASSWORD, MAIL), MailProblem.TLS_FAILED);

        SSLContext.setDefault(trusting);
        assertThat(carrier.send(server, PASSWORD, MAIL)).isInstanceOf(MailAnswer.Taken.class);
        assertThat(green.getReceivedMessages()).hasSize(1);

        // the certificate is for localhost, not for this name of the same machine
        MailServer otherName = new MailServer(
                "127.0.0.1", server.port(), MailEncryption.TLS, "door", "door@example.org", "", null, false);
        assertRefused(carrier.send(otherName, PASSWORD, MAIL), MailProblem.TLS_FAILED);
    }

    @Test
    void encryptsBeforeItSaysThePassword() throws Exception {
        SSLContext.setDefault(trusting);
        try (TalkingServer talking = new TalkingServer(Map.of(), trusting)) {
            MailAnswer answer = carrier.send(server(talking.port(), MailEncryption.STARTTLS, "door"), PASSWORD, MAIL);

            assertThat(answer).isEqualTo(new MailAnswer.Taken("250 2.0.0 queued as 4711"));
            assertThat(talking.heard())
                    .filteredOn(line -> line.contains("AUTH"))
                    .allMatch(line -> line.startsWith("🔒"));
            assertThat(talking.heard()).anyMatch(line -> line.equals("🔒 RCPT TO:<anna@xn--mnchen-3ya.example>"));
        }
    }

    @Test
    void saysNothingToAServerThatDoesNotEncryptWhenItShould() throws Exception {
        try (TalkingServer talking = new TalkingServer(Map.of(), null)) {
            MailAnswer answer = carrier.send(server(talking.port(), MailEncryption.STARTTLS, "door"), PASSWORD, MAIL);

            assertRefused(answer, MailProblem.TLS_FAILED);
            assertThat(talking.heard()).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 550 5.7.1 not from there, SENDER_REFUSED",
        "RCPT, 550 5.1.1 no such user here, RECIPIENT_REFUSED",
        "RCPT, 450 4.2.1 mailbox busy, LATER",
        "DATA, 554 5.6.0 no thanks, CONTENT_REFUSED",
        "DATA, 421 4.3.2 closing, LATER",
        "AUTH, 454 4.7.0 not now, LATER"
    })
    void tellsWhatTheServerDidNotTake(String command, String reply, MailProblem problem) throws Exception {
        try (TalkingServer talking = new TalkingServer(Map.of(command, reply), null)) {
            MailAnswer answer = carrier.send(server(talking.port(), MailEncryption.NONE, "door"), PASSWORD, MAIL);

            assertThat(answer).isEqualTo(new MailAnswer.Refused(problem, reply));
        }
    }

    @Test
    void tellsThatNobodyIsThere() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        MailServer nowhere =
                new MailServer("no-such-host.invalid", 25, MailEncryption.NONE, null, "d@example.org", "", null, false);

        assertRefused(carrier.send(server(free, MailEncryption.NONE, null), null, MAIL), MailProblem.UNREACHABLE);
        assertRefused(carrier.send(nowhere, null, MAIL), MailProblem.HOST_UNKNOWN);
    }

    @Test
    void whatIsQueuedWhileTheServerIsDownGoesWhenItIsUp() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Actor actor = Actor.server();
        settings.change(actor, server(port, MailEncryption.NONE, null), null, 0);
        long id = mails.queue(MailType.TEST, null, Locale.ENGLISH, "anna@example.org", Map.of());
        await(id, delivery -> delivery.problem() == MailProblem.UNREACHABLE);

        GreenMail up = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
        up.start();
        try {
            assertThat(mails.tryAgain(actor, id)).isPresent();
            await(id, delivery -> delivery.state() == State.SENT);
            assertThat(up.getReceivedMessages()).hasSize(1);
            assertThat(GreenMailUtil.getBody(up.getReceivedMessages()[0])).contains("Mail works");
        } finally {
            up.stop();
            settings.remove(actor);
        }
    }

    private void await(long id, Predicate<MailDelivery> come) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> mails.delivery(id).filter(come).isPresent());
    }

    private static void assertRefused(MailAnswer answer, MailProblem problem) {
        assertThat(answer).isInstanceOfSatisfying(MailAnswer.Refused.class, refused -> assertThat(refused.problem())
                .as(refused.reply())
                .isEqualTo(problem));
        assertThat(answer.reply()).isNotBlank().doesNotContain(PASSWORD);
    }

    private static int plainPort() {
        return green.getSmtp().getPort();
    }

    private static MailServer server(int port, MailEncryption encryption, @Nullable String user) {
        return new MailServer(
                "localhost", port, encryption, user, "door@example.org", "Mill Court", "office@example.org", false);
    }
}
