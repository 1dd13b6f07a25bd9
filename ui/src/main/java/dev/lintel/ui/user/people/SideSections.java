package dev.lintel.ui.user.people;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.Users;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** What belongs to a user beside the form: how the invitation fares, and the family. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class SideSections extends Div {
    private static final long serialVersionUID = 1L;

    private final EmailChangeSection newEmail;
    private final InvitationSection invitation;
    private final FamilySection family;
    private final AccessSection access;
    private final transient Users users;
    private final transient Actor actor;

    SideSections(
            EmailChangeSection newEmail,
            InvitationSection invitation,
            FamilySection family,
            AccessSection access,
            Users users,
            CurrentActor current) {
        this.newEmail = newEmail;
        this.invitation = invitation;
        this.family = family;
        this.access = access;
        this.users = users;
        this.actor = current.get();
        addClassName("person-side");
    }

    void show(Person person, boolean editable) {
        removeAll();
        newEmail.show(person, editable);
        invitation.show(person);
        access.show(person.project(), person.id(), editable);
        add(newEmail, invitation);
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
        add(access);
    }
}
