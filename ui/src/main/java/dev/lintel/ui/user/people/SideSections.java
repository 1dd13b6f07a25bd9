package dev.lintel.ui.user.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.mail.MailDelivery;
import dev.lintel.domain.mail.Mails;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.invitation.Invitation;
import dev.lintel.domain.user.invitation.Invitations;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.Users;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What belongs to a user beside the form: how the invitation fares, and the family. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SideSections extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Invitations invitations;
    private final transient Mails mails;
    private final transient Users users;
    private final transient Actor actor;
    private final transient Moments moments;
    private final FamilySection family;

    SideSections(
            Invitations invitations,
            Mails mails,
            Users users,
            FamilySection family,
            Messages messages,
            CurrentActor current) {
        this.invitations = invitations;
        this.mails = mails;
        this.users = users;
        this.family = family;
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
        addClassName("person-side");
    }

    void show(Person person, boolean editable) {
        removeAll();
        if (person.account() == null) {
            invitations.of(actor, person.project(), person.id()).ifPresent(sent -> add(invitation(sent)));
        }
        String main = person.mainUser();
        if (main == null) {
            family.show(person.project(), person.id(), editable);
            add(family);
        } else {
            users.get(actor, person.project(), main)
                    .ifPresent(known -> add(new Section(
                            new H2(getTranslation("family.title")),
                            new Paragraph(getTranslation("family.memberOf")),
                            new Anchor(
                                    UserView.path(known.project(), known.id()),
                                    known.user().name()))));
        }
    }

    private Section invitation(Invitation sent) {
        Facts facts = new Facts();
        facts.fact("invitation.to", sent.email());
        facts.fact("invitation.sent", moments.inList(sent.created()));
        facts.fact("invitation.expires", moments.inList(sent.expires()));
        mails.delivery(sent.mail())
                .ifPresent(delivery -> facts.fact("invitation.delivery", getTranslation(stateOf(delivery.state()))));
        return new Section(new H2(getTranslation("invitation.title")), facts);
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
