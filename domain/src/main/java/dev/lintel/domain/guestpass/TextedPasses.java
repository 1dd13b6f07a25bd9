package dev.lintel.domain.guestpass;

import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Field;
import dev.lintel.domain.guestpass.GuestPassRefusedException.Reason;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.sms.PhoneNumber;
import dev.lintel.domain.sms.ShortMessages;
import dev.lintel.domain.sms.SmsDelivery;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Guest passes by short message. */
@Service
public class TextedPasses {
    /** A pass that comes a day late helps nobody. */
    private static final Duration GOOD_FOR = Duration.ofHours(6);

    private final GuestPasses passes;
    private final SharedPasses shared;
    private final ProjectStore projects;
    private final ShortMessages messages;
    private final PassText text;

    TextedPasses(
            GuestPasses passes, SharedPasses shared, ProjectStore projects, ShortMessages messages, PassText text) {
        this.passes = passes;
        this.shared = shared;
        this.projects = projects;
        this.messages = messages;
        this.text = text;
    }

    /** Whether short messages go out at all. */
    @Unguarded("what is done by short message is offered to nobody while none goes out")
    public boolean goOut() {
        return messages.goOut();
    }

    /**
     * Sends the visitor the address of their page.
     *
     * @param phone as typed
     * @throws GuestPassRefusedException when it is no number, the server cannot send, or the actor has sent too many
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional
    public SmsDelivery send(Actor actor, long project, String id, String phone) {
        GuestPass pass = mine(actor, project, id);
        URI link = shared.link(actor, project, id);
        if (link == null || !messages.goOut()) {
            throw new GuestPassRefusedException(Field.PHONE, Reason.SMS_NOT_SET_UP, "");
        }
        PhoneNumber to = PhoneNumber.of(phone)
                .orElseThrow(() -> new GuestPassRefusedException(
                        Field.PHONE, phone.isBlank() ? Reason.MISSING : Reason.MALFORMED, phone.strip()));
        Project place = projects.byId(project).orElseThrow();
        if (!messages.queue(actor, project, id, to, text.of(pass, place, link.toString()), GOOD_FOR)) {
            throw new GuestPassRefusedException(
                    Field.PHONE, Reason.TOO_MANY, Integer.toString(ShortMessages.MOST_PER_HOUR));
        }
        return messages.latest(project, id).orElseThrow();
    }

    /**
     * How far the last message with this pass has come; empty when there was none.
     *
     * @throws NoSuchGuestPassException when the actor may not give this one away
     */
    @Transactional(readOnly = true)
    public Optional<SmsDelivery> latest(Actor actor, long project, String id) {
        return messages.latest(project, mine(actor, project, id).id());
    }

    private GuestPass mine(Actor actor, long project, String id) {
        return passes.all(actor, Permission.IDENTIFIER_EDIT, project, List.of(id))
                .getFirst();
    }
}
