package dev.lintel.routes.rest;

import dev.lintel.domain.mail.MailAnswer;
import dev.lintel.domain.mail.MailEncryption;
import dev.lintel.domain.mail.MailServer;
import dev.lintel.domain.mail.MailSettings;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where mail goes out. */
@RestController
@RequestMapping("/api/v1/mail-server")
@Tag(name = "Mail", description = "The mail server, the texts of mails, and what was sent.")
class MailServerController {
    /** The mail server as the API takes it. */
    record Wanted(
            @Schema(example = "mail.example.org") @Nullable String host,

            @Schema(description = "By the encryption, if absent.", example = "587") @Nullable
            Integer port,

            @Schema(allowableValues = {"none", "starttls", "tls"}) @Nullable
            String encryption,

            @Schema(description = "Nobody is asked for, if absent.") @Nullable
            String user,

            @Schema(description = "The stored one stays, if absent; empty removes it.") @Nullable
            String password,

            @Schema(example = "doors@example.org") @Nullable String senderAddress,

            @Schema(description = "The server's name, if absent.") @Nullable
            String senderName,

            @Schema(description = "The sender, if absent.") @Nullable
            String replyTo,

            @Schema(description = "The password may travel without encryption.") @Nullable
            Boolean plainPassword,

            @Schema(description = "The one that was seen; 0 when there was none.") @Nullable
            Integer version) {
        MailServer server() {
            String name = Words.required("encryption", encryption);
            MailEncryption chosen = Objects.requireNonNull(Words.choice("encryption", MailEncryption.class, name));
            return new MailServer(
                    Objects.requireNonNullElse(host, ""),
                    port == null ? chosen.usualPort() : port,
                    chosen,
                    user,
                    Objects.requireNonNullElse(senderAddress, ""),
                    Objects.requireNonNullElse(senderName, ""),
                    replyTo,
                    Boolean.TRUE.equals(plainPassword));
        }
    }

    /** The mail server as the API shows it. */
    record MailServerView(
            String host,
            int port,
            String encryption,
            @Nullable String user,
            boolean hasPassword,
            String senderAddress,
            String senderName,
            @Nullable String replyTo,
            boolean plainPassword,
            int version) {
        static MailServerView of(MailSettings.Current current) {
            MailServer server = current.server();
            return new MailServerView(
                    server.host(),
                    server.port(),
                    WireName.of(server.encryption()),
                    server.user(),
                    current.hasPassword(),
                    server.senderAddress(),
                    server.senderName(),
                    server.replyTo(),
                    server.plainPassword(),
                    current.version());
        }
    }

    /** A test that is asked for. */
    record TestWanted(
            @Schema(description = "Stored or not.") @Nullable
            Wanted server,

            @Nullable String to) {}

    /** What the mail server said to the test. */
    record TestAnswer(
            boolean taken,

            @Schema(description = "Why not; null when it was taken.", example = "authentication-failed") @Nullable
            String problem,

            @Schema(example = "535 5.7.8 authentication failed")
            String reply) {}

    private final MailSettings settings;

    MailServerController(MailSettings settings) {
        this.settings = settings;
    }

    @GetMapping
    @Operation(summary = "Where mail goes out", description = "Permission `settings.view`; 404 while nothing is set.")
    MailServerView view(Actor actor) {
        return settings.view(actor)
                .map(MailServerView::of)
                .orElseThrow(() -> new Problems.NotFoundException("mail server", "set"));
    }

    @PutMapping
    @Operation(summary = "Set where mail goes out", description = "Permission `settings.edit`.")
    MailServerView change(Actor actor, @RequestBody Wanted wanted) {
        int version = Objects.requireNonNullElse(wanted.version(), 0);
        return MailServerView.of(settings.change(actor, wanted.server(), wanted.password(), version));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Send nothing any more", description = "Mail is kept. Permission `settings.edit`.")
    void remove(Actor actor) {
        settings.remove(actor);
    }

    @PostMapping("/test")
    @Operation(
            summary = "Send a test mail and wait for the mail server's answer",
            description =
                    "Permission `settings.edit`. A stored password is used for the server for which it was given.")
    TestAnswer test(Actor actor, @RequestBody TestWanted test, Locale locale) {
        if (test.server() == null) {
            throw new RefusedException("server", "is missing");
        }
        Wanted wanted = test.server();
        MailAnswer answer =
                settings.test(actor, wanted.server(), wanted.password(), Words.required("to", test.to()), locale);
        return switch (answer) {
            case MailAnswer.Taken taken -> new TestAnswer(true, null, taken.reply());
            case MailAnswer.Refused refused -> new TestAnswer(false, WireName.of(refused.problem()), refused.reply());
        };
    }
}
