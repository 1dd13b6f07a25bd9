package dev.lintel.domain.user.invitation;

import dev.lintel.domain.mail.MailType;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.user.invitation.AccountLinks.Owner;
import dev.lintel.domain.user.invitation.AccountLinks.Purpose;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends accounts a link by which they choose a new password. */
@Component
class RecoveryMail {
    private final AccountLinks links;
    private final Mails mails;

    RecoveryMail(AccountLinks links, Mails mails) {
        this.links = links;
        this.mails = mails;
    }

    /** Whether the server knows its own address, so that it can write links at all. */
    boolean canLink() {
        return links.server() != null;
    }

    /** Whether a link would really arrive. */
    boolean goesOut() {
        return canLink() && mails.goOut();
    }

    /** A link that was sent before for the same purpose is good for nothing from now on. */
    void send(Owner owner, Purpose purpose, Duration goodFor) {
        URI server = links.server();
        if (server == null) {
            throw new IllegalStateException("the server does not know its own address");
        }
        String secret =
                links.make(owner.account(), purpose, owner.email(), goodFor).secret();
        mails.queue(
                MailType.PASSWORD_RECOVERY,
                owner.project(),
                owner.language(),
                owner.email(),
                Map.of(
                        "name", owner.name(),
                        "link", server + "/recover/" + secret,
                        "expires", links.wallClock(owner.project(), goodFor)));
    }
}
