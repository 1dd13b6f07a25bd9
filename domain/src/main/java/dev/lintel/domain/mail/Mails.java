package dev.lintel.domain.mail;

import dev.lintel.domain.mail.MailRefusedException.Reason;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends mail: it is written and put into the outbox in the transaction of whoever sends it, so that what is rolled back is
 * never announced, and goes out when the mail server takes it.
 */
@Service
public class Mails {
    private final MailStore store;
    private final TemplateStore templates;
    private final MailWriter writer;
    private final Settings settings;

    Mails(MailStore store, TemplateStore templates, MailWriter writer, Settings settings) {
        this.store = store;
        this.templates = templates;
        this.writer = writer;
        this.settings = settings;
    }

    /** As {@link #queue(MailType, Long, Locale, String, Map, List)}, for a type without images. */
    @Unguarded("whoever sends a mail has been asked for what it is about")
    @Transactional
    public long queue(MailType type, @Nullable Long project, Locale language, String to, Map<String, String> values) {
        return queue(type, project, language, to, values, List.of());
    }

    /**
     * Puts a mail into the outbox.
     *
     * @param project whose text is used; null is the server's
     * @param language of the recipient; the server's own is taken for one that it does not speak
     * @param to one address
     * @param values for exactly the {@link MailType#own() placeholders of the type}
     * @param images exactly the {@link MailType#images() images of the type}
     * @return id for {@link #delivery}
     * @throws MailRefusedException when {@code to} is no mail address
     */
    @Unguarded("whoever sends a mail has been asked for what it is about")
    @Transactional
    public long queue(
            MailType type,
            @Nullable Long project,
            Locale language,
            String to,
            Map<String, String> values,
            List<InlineImage> images) {
        Set<String> names = images.stream().map(InlineImage::name).collect(Collectors.toSet());
        if (!names.equals(Set.copyOf(type.images()))) {
            throw new IllegalArgumentException(type + " needs the images " + type.images() + ", not " + names);
        }
        Locale spoken = settings.inForce().nearest(language);
        MailTemplate template = templates.inForce(type, project, spoken);
        String address = address(to);
        return store.add(project, template, address, writer.write(template, address, values), images);
    }

    /** Whether there is a mail server that mails go out by; until then they wait. */
    @Unguarded("what is done by mail is offered to nobody, logged in or not, while mail does not go out")
    public boolean goOut() {
        return store.hasServer();
    }

    /** Puts a text with sample values into the outbox. */
    long queueSample(@Nullable Long project, MailTemplate template, String to) {
        String address = address(to);
        return store.add(
                project, template, address, writer.sample(template, address), MailWriter.sampleImages(template));
    }

    /** How far a mail has come; empty when it was so long ago that nobody remembers. */
    @Unguarded("whoever sent a mail keeps its id, and shows the state to those who may see what it is about")
    public Optional<MailDelivery> delivery(long id) {
        return store.byId(id).stream().findFirst();
    }

    /** A mail of what the actor sees; empty when there is none. */
    public Optional<MailDelivery> get(Actor actor, long id) {
        actor.require(Permission.SETTINGS_VIEW);
        return visible(actor, id);
    }

    /** Tries a mail again at once, be it that it waits or that it was given up. Empty when that is not possible. */
    @Transactional
    public Optional<MailDelivery> tryAgain(Actor actor, long id) {
        actor.require(Permission.SETTINGS_EDIT);
        return visible(actor, id).filter(mail -> store.tryNow(id)).flatMap(mail -> delivery(id));
    }

    private Optional<MailDelivery> visible(Actor actor, long id) {
        return delivery(id)
                .filter(mail -> mail.project() == null ? actor.projects() == null : actor.sees(mail.project()));
    }

    /** @throws MailRefusedException when it is none */
    static String address(String typed) {
        String address = typed.strip();
        if (!MailAddress.isValid(address)) {
            throw new MailRefusedException("to", Reason.ADDRESS_MALFORMED, typed);
        }
        return address;
    }
}
