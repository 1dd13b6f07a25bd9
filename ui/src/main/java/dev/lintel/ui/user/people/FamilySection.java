package dev.lintel.ui.user.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.user.invitation.Invitations;
import dev.lintel.domain.user.people.Family;
import dev.lintel.domain.user.people.NoSuchUserException;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.ui.component.Refusals;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The family of a main user: on the user's page, and on one's own. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class FamilySection extends Section {
    private static final long serialVersionUID = 1L;

    private final transient Family family;
    private final transient Invitations invitations;
    private final transient Actor actor;
    private long project;
    private String mainUser = "";
    private boolean editable;

    FamilySection(Family family, Invitations invitations, CurrentActor current) {
        this.family = family;
        this.invitations = invitations;
        this.actor = current.get();
        addClassName("family");
    }

    /** @param mayEdit whether members can be added and removed here */
    public void show(long where, String whose, boolean mayEdit) {
        project = where;
        mainUser = whose;
        editable = mayEdit;
        refresh();
    }

    /** One's own family, for main users and those who could become one; nothing for everybody else. */
    public void showOwn() {
        Membership home = actor.membership();
        setVisible(home != null && family.mayHaveOne(actor));
        if (home != null && isVisible()) {
            show(home.project(), home.person(), true);
        }
    }

    private void refresh() {
        removeAll();
        List<Person> members = family.members(actor, project, mainUser);
        add(new H2(getTranslation("family.title")), new Paragraph(getTranslation("family.about", Family.MOST_MEMBERS)));
        if (!members.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("rows");
            members.forEach(member -> list.add(row(member)));
            add(list);
        }
        if (editable && members.size() < Family.MOST_MEMBERS) {
            add(new Button(getTranslation("family.add"), VaadinIcon.PLUS.create(), click -> ask()));
        }
    }

    private ListItem row(Person member) {
        Span name = new Span(member.user().name());
        name.addClassName("device-name");
        Div actions = new Div();
        actions.addClassName("row-actions");
        if (editable && member.account() == null && member.user().email() != null) {
            actions.add(small("family.invite", () -> invite(member)));
        }
        if (editable) {
            Button remove = small("family.remove", () -> askToRemove(member));
            remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
            remove.setAriaLabel(getTranslation("family.removeOf", member.user().name()));
            actions.add(remove);
        }
        return new ListItem(name, new Span(member.user().email()), new StatusBadge(member.status()), actions);
    }

    private Button small(String key, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    private void ask() {
        Dialog dialog = new Dialog();
        dialog.addClassName("form-dialog");
        dialog.setHeaderTitle(getTranslation("family.add"));
        TextField name = new TextField(getTranslation("person.name"));
        EmailField email = new EmailField(getTranslation("person.email"));
        email.setManualValidation(true);
        email.setHelperText(getTranslation("family.emailHelp"));
        Refusals refusals = new Refusals();
        refusals.at(Field.NAME, name);
        refusals.at(Field.EMAIL, email);
        name.focus();
        Button cancel = new Button(getTranslation("action.cancel"), click -> dialog.close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Button save = new Button(getTranslation("family.add"), click -> add(dialog, refusals, name, email));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(name, email, refusals);
        dialog.getFooter().add(cancel, save);
        dialog.open();
    }

    private void add(Dialog dialog, Refusals refusals, TextField name, EmailField email) {
        refusals.clear();
        try {
            Person member = family.add(actor, project, mainUser, name.getValue(), email.getValue());
            dialog.close();
            if (member.user().email() != null) {
                invite(member);
            }
            refresh();
        } catch (UserRefusedException refused) {
            refusals.refuse(refused.problems());
        }
    }

    private void invite(Person member) {
        try {
            invitations.send(actor, project, member.id());
            Notification.show(getTranslation("people.invited", 1));
        } catch (UserRefusedException refused) {
            Notification.show(Refusals.reason(refused.problems().getFirst()));
        }
        refresh();
    }

    private void askToRemove(Person member) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("family.removeTitle", member.user().name()));
        question.setText(getTranslation("family.removeText"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("family.remove"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> remove(member));
        question.open();
    }

    private void remove(Person member) {
        try {
            family.remove(actor, project, mainUser, member.id());
        } catch (NoSuchUserException gone) {
            // somebody else was quicker: it is what was wanted
        }
        refresh();
    }
}
