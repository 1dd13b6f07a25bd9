package dev.lintel.domain.mail;

import dev.lintel.domain.mail.MailRefusedException.Reason;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.wire.WireName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the server's mail goes out. Only those who work for the server as a whole have to do with it. */
@Service
public class MailSettings {
    /**
     * What is set, without the password.
     *
     * @param version to be given back with a change, so that nobody overwrites what they have not seen
     */
    public record Current(MailServer server, boolean hasPassword, int version) {}

    private final MailServerStore store;
    private final MailStore mails;
    private final MailWriter writer;
    private final TemplateStore templates;
    private final MailCarrier carrier;
    private final ApplicationEventPublisher events;

    MailSettings(
            MailServerStore store,
            MailStore mails,
            MailWriter writer,
            TemplateStore templates,
            MailCarrier carrier,
            ApplicationEventPublisher events) {
        this.store = store;
        this.mails = mails;
        this.writer = writer;
        this.templates = templates;
        this.carrier = carrier;
        this.events = events;
    }

    /** Empty while nobody has set a mail server; mail is kept until then. */
    public Optional<Current> view(Actor actor) {
        requireForServer(actor, Permission.SETTINGS_VIEW);
        return store.find().map(found -> new Current(found.server(), found.password() != null, found.version()));
    }

    /**
     * Stores it, and tries at once what is waiting.
     *
     * @param password null keeps the stored one, empty removes it
     * @param version the one seen; 0 when there was none
     * @throws MailRefusedException when somebody else was quicker, or the stored password is not for this server
     */
    @Transactional
    public Current change(Actor actor, MailServer wanted, @Nullable String password, int version) {
        requireForServer(actor, Permission.SETTINGS_EDIT);
        String inForce = password(wanted, password);
        Map<String, String> before = readable(store.find());
        if (!store.save(wanted, inForce, version)) {
            throw new MailRefusedException("host", Reason.CHANGED_MEANWHILE, wanted.host());
        }
        mails.tryNow();
        changed(actor, before);
        return new Current(wanted, inForce != null, version + 1);
    }

    /** Sends nothing any more; mail is kept until another server is set. */
    @Transactional
    public void remove(Actor actor) {
        requireForServer(actor, Permission.SETTINGS_EDIT);
        Map<String, String> before = readable(store.find());
        store.delete();
        changed(actor, before);
    }

    /**
     * Sends a mail to see whether these settings work, stored or not, and waits for the mail server's answer.
     *
     * @param password null is the stored one
     * @throws MailRefusedException when the address is none, or the stored password is not for this server
     */
    public MailAnswer test(Actor actor, MailServer wanted, @Nullable String password, String to, Locale language) {
        requireForServer(actor, Permission.SETTINGS_EDIT);
        String address = Mails.address(to);
        MailText text = writer.sample(templates.inForce(MailType.TEST, null, language), address);
        OutgoingMail mail = new OutgoingMail(null, 1, address, text, List.of());
        return carrier.send(wanted, password(wanted, password), mail);
    }

    /** A stored password goes to the server for which it was given, or whoever may edit could have it sent elsewhere. */
    private @Nullable String password(MailServer wanted, @Nullable String given) {
        Optional<MailServerStore.Found> stored = store.find();
        boolean keeps = given == null && stored.isPresent() && stored.get().password() != null && wanted.user() != null;
        if (keeps && !wanted.deservesPasswordOf(stored.get().server())) {
            throw new MailRefusedException("password", Reason.PASSWORD_NEEDED_AGAIN, wanted.host());
        }
        String password = keeps ? stored.get().password() : given;
        if (password == null || password.isEmpty()) {
            return null;
        }
        if (wanted.user() == null) {
            throw new MailRefusedException("user", Reason.USER_MISSING, "");
        }
        return password;
    }

    private void changed(Actor actor, Map<String, String> before) {
        Map<String, String> after = readable(store.find());
        if (!before.equals(after)) {
            String name = after.getOrDefault("host", before.getOrDefault("host", ""));
            events.publishEvent(new RecordChanged(actor, null, "mail-server", "", name, before, after));
        }
    }

    private static Map<String, String> readable(Optional<MailServerStore.Found> found) {
        return found.map(kept -> {
                    MailServer server = kept.server();
                    return Map.of(
                            "host", server.host(),
                            "port", Integer.toString(server.port()),
                            "encryption", WireName.of(server.encryption()),
                            "user", Objects.toString(server.user(), ""),
                            "senderAddress", server.senderAddress(),
                            "senderName", server.senderName(),
                            "replyTo", Objects.toString(server.replyTo(), ""),
                            "plainPassword", Boolean.toString(server.plainPassword()));
                })
                .orElse(Map.of());
    }

    static void requireForServer(Actor actor, Permission permission) {
        actor.require(permission);
        if (actor.projects() != null) {
            throw new PermissionDeniedException(permission);
        }
    }
}
