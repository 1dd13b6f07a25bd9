package dev.lintel.domain.user.invitation;

import dev.lintel.domain.mail.MailType;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.user.invitation.AccountLinks.Owner;
import dev.lintel.domain.user.invitation.AccountLinks.Purpose;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import java.net.URI;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes to a new e-mail address, to see whether it is right, and to the old one, so that nobody loses it unawares. */
@Component
class EmailChangeMail {
    private final AccountLinks links;
    private final Mails mails;

    EmailChangeMail(AccountLinks links, Mails mails) {
        this.links = links;
        this.mails = mails;
    }

    /**
     * Sends a link to the new address; one that was sent before is good for nothing from now on.
     *
     * @throws UserRefusedException when the server does not know its own address, or too many were asked for
     */
    EmailChange ask(Owner owner, String email) {
        URI server = links.server();
        if (server == null) {
            throw new UserRefusedException(Field.EMAIL, Reason.NO_SERVER_URL, "");
        }
        try {
            links.beginMail(email, "account " + owner.account());
        } catch (TooManyProofsException tooMany) {
            throw new UserRefusedException(Field.EMAIL, Reason.TOO_OFTEN, "");
        }
        AccountLinks.Made made = links.make(owner.account(), Purpose.EMAIL, email, EmailChange.GOOD_FOR);
        mails.queue(
                MailType.EMAIL_CHANGE,
                owner.project(),
                owner.language(),
                email,
                Map.of("name", owner.name(), "link", server + "/confirm/" + made.secret(), "expires", expires(owner)));
        return new EmailChange(email, made.expires(), false);
    }

    /** Says to the address that is in force that another one is to take its place. */
    void warn(Owner owner, String email) {
        if (owner.email().indexOf('@') > 0) {
            mails.queue(
                    MailType.EMAIL_CHANGE_NOTICE,
                    owner.project(),
                    owner.language(),
                    owner.email(),
                    Map.of("name", owner.name(), "newEmail", email, "expires", expires(owner)));
        }
    }

    private String expires(Owner owner) {
        return links.wallClock(owner.project(), EmailChange.GOOD_FOR);
    }
}
