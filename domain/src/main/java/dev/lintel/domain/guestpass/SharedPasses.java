package dev.lintel.domain.guestpass;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Reason;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.QrPicture;
import dev.lintel.domain.mail.InlineImage;
import dev.lintel.domain.mail.MailAddress;
import dev.lintel.domain.mail.MailType;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.settings.Settings;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is handed to a visitor: the address of their page, and what they present at the door. */
@Service
public class SharedPasses {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final String NOT_LIMITED = "∞";

    private final GuestPasses passes;
    private final GuestPassStore store;
    private final ProjectStore projects;
    private final Settings settings;
    private final Mails mails;

    SharedPasses(GuestPasses passes, GuestPassStore store, ProjectStore projects, Settings settings, Mails mails) {
        this.passes = passes;
        this.store = store;
        this.projects = projects;
        this.settings = settings;
        this.mails = mails;
    }

    /**
     * The secret in the address of the visitor's page.
     *
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional
    public String secret(Actor actor, long project, String id) {
        return store.secretOf(mine(actor, project, id));
    }

    /**
     * The address of the visitor's page; null while the server does not know its own.
     *
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional
    public @Nullable URI link(Actor actor, long project, String id) {
        String secret = secret(actor, project, id);
        URI server = settings.inForce().serverUrl();
        return server == null ? null : URI.create(server + path(secret));
    }

    /** The address of a visitor's page on this server. */
    static String path(String secret) {
        return "/g/" + secret;
    }

    /**
     * The QR code as a PNG; empty for a pass of another type.
     *
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional(readOnly = true)
    public Optional<byte[]> qr(Actor actor, long project, String id) {
        return qr(mine(actor, project, id));
    }

    /** The QR code that a pass consists of, as a PNG. */
    static Optional<byte[]> qr(GuestPass pass) {
        return pass.type() == IdentifierType.QR
                ? Optional.of(QrPicture.png(pass.facts().value()))
                : Optional.empty();
    }

    /**
     * Sends the visitor a mail in their language, with the address of their page.
     *
     * @throws GuestPassRefusedException when the address is none, or the server cannot send or does not know its own
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional
    public void send(Actor actor, long project, String id, String email) {
        GuestPass pass = mine(actor, project, id);
        URI link = link(actor, project, id);
        if (link == null || !mails.goOut()) {
            throw new GuestPassRefusedException(Field.EMAIL, Reason.NOT_SET_UP, "");
        }
        if (!MailAddress.isValid(email.strip())) {
            throw new GuestPassRefusedException(
                    Field.EMAIL, email.isBlank() ? Reason.MISSING : Reason.MALFORMED, email.strip());
        }
        mails.queue(
                MailType.GUEST_PASS,
                project,
                pass.language(),
                email,
                values(pass, link),
                List.of(new InlineImage("qr", QrPicture.MEDIA_TYPE, picture(pass, link))));
    }

    /** What is shown at the door; for the others the way to the visitor's page. */
    private static byte[] picture(GuestPass pass, URI link) {
        return qr(pass).orElseGet(() -> QrPicture.png(link.toString()));
    }

    private Map<String, String> values(GuestPass pass, URI link) {
        Project place = projects.byId(pass.project()).orElseThrow();
        Integer left = pass.passesLeft();
        return Map.of(
                "visitor", pass.visitor(),
                "host", pass.identifier().owner(),
                "place", place.name(),
                "from", moment(pass.facts().validFrom(), place.timeZone()),
                "until", moment(pass.facts().validUntil(), place.timeZone()),
                "passes", left == null ? NOT_LIMITED : left.toString(),
                "message", pass.message(),
                "link", link.toString());
    }

    private static String moment(@Nullable Instant at, ZoneId zone) {
        return at == null ? NOT_LIMITED : MOMENT.format(at.atZone(zone));
    }

    private GuestPass mine(Actor actor, long project, String id) {
        return passes.all(actor, Permission.IDENTIFIER_EDIT, project, List.of(id))
                .getFirst();
    }
}
