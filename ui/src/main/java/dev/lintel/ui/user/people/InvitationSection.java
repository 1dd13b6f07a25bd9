package dev.lintel.ui.user.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.mail.MailDelivery;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.invitation.Invitation;
import dev.lintel.domain.user.invitation.Invitations;
import dev.lintel.domain.user.people.Person;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The invitation that a user was sent, until there is an account. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class InvitationSection extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Invitations invitations;
    private final transient Mails mails;
    private final transient Actor actor;
    private final transient Moments moments;

    InvitationSection(Invitations invitations, Mails mails, Messages messages, CurrentActor current) {
        this.invitations = invitations;
        this.mails = mails;
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
    }

    void show(Person person) {
        removeAll();
        Optional<Invitation> sent =
                person.account() == null ? invitations.of(actor, person.project(), person.id()) : Optional.empty();
        setVisible(sent.isPresent());
        sent.ifPresent(this::show);
    }

    private void show(Invitation sent) {
        Facts facts = new Facts();
        facts.fact("invitation.to", sent.email());
        facts.fact("invitation.sent", moments.inList(sent.created()));
        facts.fact("invitation.expires", moments.inList(sent.expires()));
        mails.delivery(sent.mail())
                .ifPresent(delivery -> facts.fact("invitation.delivery", getTranslation(stateOf(delivery.state()))));
        add(new H2(getTranslation("invitation.title")), facts);
    }

    private static String stateOf(MailDelivery.State state) {
        return switch (state) {
            case QUEUED -> "invitation.queued";
            case SENDING -> "invitation.sending";
            case SENT -> "invitation.taken";
            case FAILED -> "invitation.failed";
        };
    }
}
