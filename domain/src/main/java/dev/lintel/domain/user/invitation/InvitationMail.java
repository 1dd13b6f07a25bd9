package dev.lintel.domain.user.invitation;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.mail.InlineImage;
import dev.lintel.domain.mail.MailType;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.settings.ServerSettings;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the secrets of an invitation and writes the mail that carries them. */
@Component
class InvitationMail {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InvitationStore store;
    private final Mails mails;
    private final Settings settings;
    private final ProjectStore projects;
    private final InstantSource clock;

    InvitationMail(InvitationStore store, Mails mails, Settings settings, ProjectStore projects, InstantSource clock) {
        this.store = store;
        this.mails = mails;
        this.settings = settings;
        this.projects = projects;
        this.clock = clock;
    }

    /** Whether people are invited at all. */
    boolean isAllowed() {
        return settings.inForce().registration();
    }

    /** @throws UserRefusedException when nobody is to register, or the server does not know its own address */
    Invitation send(Person person) {
        ServerSettings server = settings.inForce();
        if (!isAllowed()) {
            throw new UserRefusedException(Field.USER, Reason.REGISTRATION_OFF, "");
        }
        if (server.serverUrl() == null) {
            throw new UserRefusedException(Field.USER, Reason.NO_SERVER_URL, "");
        }
        String email = Objects.requireNonNull(person.user().email());
        String secret = Secrets.token();
        String code = "%08d".formatted(RANDOM.nextInt(100_000_000));
        String link = server.serverUrl() + "/welcome/" + secret;
        Instant now = clock.instant();
        Instant expires = now.plus(Invitation.GOOD_FOR);
        long mail = mails.queue(
                MailType.INVITATION,
                person.project(),
                server.defaultLanguage(),
                email,
                Map.of(
                        "name",
                        person.user().name(),
                        "link",
                        link,
                        "code",
                        code.substring(0, 4) + " " + code.substring(4),
                        "expires",
                        wallClock(person.project(), expires)),
                List.of(new InlineImage("qr", "image/png", QrCode.png(link))));
        Invitation sent = new Invitation(person.project(), person.id(), email, now, expires, mail);
        store.put(sent, secret, code);
        return sent;
    }

    private String wallClock(long project, Instant moment) {
        return MOMENT.format(moment.atZone(projects.byId(project).orElseThrow().timeZone()));
    }
}
