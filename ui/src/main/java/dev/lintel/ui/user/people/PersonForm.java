package dev.lintel.ui.user.people;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.invitation.Invitations;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.UserChangedException;
import dev.lintel.domain.user.people.UserChoices;
import dev.lintel.domain.user.people.UserChoices.Place;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.UserRefusedException.Problem;
import dev.lintel.domain.user.people.Users;
import dev.lintel.ui.i18n.Messages;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Adds and edits one user. Nothing typed is lost: not by a wrong field, not by leaving, not by another editor. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PersonForm extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Users users;
    private final transient UserChoices choices;
    private final transient PersonFieldsMaker maker;
    private final transient Invitations invitations;
    private final Messages messages;
    private final transient Actor actor;
    private final Checkbox invite = new Checkbox(getTranslation("person.invite"), true);
    private final Div problems = new Div();
    private final Div buttons = new Div();
    private transient @Nullable PersonFields fields;
    private transient @Nullable Person before;
    private transient @Nullable PersonDraft shown;
    private transient Consumer<Person> saved = person -> {};
    private transient Runnable another = () -> {};
    private long project;

    PersonForm(
            Users users,
            UserChoices choices,
            PersonFieldsMaker maker,
            Invitations invitations,
            Messages messages,
            CurrentActor current) {
        this.users = users;
        this.choices = choices;
        this.maker = maker;
        this.invitations = invitations;
        this.messages = messages;
        this.actor = current.get();
        addClassName("person-form");
        buttons.addClassName("form-buttons");
        problems.getElement().setAttribute("role", "alert");
    }

    /** @param after called when the person is stored, {@code more} when another one is to follow */
    void showNew(long where, List<String> groups, Consumer<Person> after, Runnable more) {
        project = where;
        before = null;
        saved = after;
        another = more;
        PersonFields fresh = fields();
        fresh.showNew(groups, names());
        lay(fresh);
        Button next = new Button(getTranslation("person.saveAndAdd"), click -> save(person -> another.run()));
        invite.setVisible(invitations.areAllowed());
        addComponentAtIndex((int) getChildren().count() - 2, invite);
        buttons.add(next);
        fresh.focus();
    }

    void show(Person person, Consumer<Person> after) {
        project = person.project();
        before = person;
        saved = after;
        PersonFields fresh = filled(person, person.draft());
        lay(fresh);
        if (!users.mayEdit(actor, person)) {
            fresh.readOnly();
            buttons.setVisible(false);
        }
    }

    /** Whether there is something that would be lost. */
    boolean isChanged() {
        return fields != null && !Objects.equals(shown, fields.draft(before()));
    }

    private void lay(PersonFields fresh) {
        fields = fresh;
        shown = fresh.draft(before());
        removeAll();
        fresh.sections().forEach(this::add);
        Button save = new Button(getTranslation("action.save"), click -> save(saved));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        buttons.removeAll();
        buttons.add(save);
        problems.removeAll();
        add(problems, buttons);
        warnBeforeUnload();
    }

    private PersonFields filled(Person person, PersonDraft draft) {
        PersonFields fresh = fields();
        fresh.show(draft, names());
        if (person.account() != null) {
            fresh.keepAddress();
        }
        if (person.mainUser() != null) {
            fresh.followMainUser();
        }
        return fresh;
    }

    private PersonFields fields() {
        return maker.make(actor, project, names());
    }

    private ProfileNames names() {
        return new ProfileNames(messages, getLocale());
    }

    private @Nullable PersonDraft before() {
        return before == null ? null : before.draft();
    }

    private void save(Consumer<Person> then) {
        PersonFields typed = Objects.requireNonNull(fields);
        PersonDraft draft = typed.draft(before());
        typed.forgetProblems();
        problems.removeAll();
        try {
            then.accept(store(draft, before == null ? 0 : before.version()));
        } catch (UserRefusedException refused) {
            typed.refuse(refused.problems()).forEach(this::say);
        } catch (UserChangedException changed) {
            compare(changed.theirs(), draft, then);
        }
    }

    private Person store(PersonDraft draft, long version) {
        Person old = before;
        Person stored = old == null
                ? users.create(actor, project, draft)
                : users.edit(actor, project, old.id(), version, draft);
        shown = Objects.requireNonNull(fields).draft(draft);
        getElement().executeJs("window.onbeforeunload = null");
        boolean asked = old == null
                && invite.isVisible()
                && invite.getValue()
                && stored.user().email() != null;
        Notification.show(asked ? invited(stored) : saved(stored, draft));
        return stored;
    }

    private String saved(Person stored, PersonDraft draft) {
        String name = stored.user().name();
        String wanted = stored.newEmail();
        return wanted != null && wanted.equals(draft.email())
                ? getTranslation("person.savedEmailAsked", name, wanted)
                : getTranslation("person.saved", name);
    }

    private String invited(Person stored) {
        try {
            invitations.send(actor, project, stored.id());
            return getTranslation(
                    "person.savedAndInvited",
                    stored.user().name(),
                    stored.user().email());
        } catch (UserRefusedException refused) {
            return getTranslation(
                    "person.savedNotInvited",
                    stored.user().name(),
                    getTranslation(Messages.keyOf(refused.problems().getFirst().reason())));
        }
    }

    private void compare(Person theirs, PersonDraft mine, Consumer<Person> then) {
        PersonDraft base = Objects.requireNonNull(before());
        // made anew: whoever was quicker may have used a marker that was not there before
        PersonFields fresh = filled(theirs, theirs.draft());
        ComparisonDialog.Names called =
                new ComparisonDialog.Names(id -> names().of(id, List.of()), fresh::markerName, this::paths);
        new ComparisonDialog(base, mine, theirs.draft(), called, merged -> {
                    before = theirs;
                    fresh.show(merged, names());
                    lay(fresh);
                    shown = theirs.draft();
                    save(then);
                })
                .open();
    }

    private String paths(List<String> groups) {
        return choices.known(actor, project, groups).stream().map(Place::path).collect(Collectors.joining(", "));
    }

    private void say(Problem problem) {
        Paragraph said = new Paragraph(getTranslation(Messages.keyOf(problem.field())) + ": "
                + getTranslation(Messages.keyOf(problem.reason())));
        said.addClassName("problem");
        problems.add(said);
    }

    /** The browser asks before the page is closed; leaving inside the product is asked for by the view. */
    private void warnBeforeUnload() {
        getElement()
                .executeJs(
                        "this.addEventListener('input', () => window.onbeforeunload = e => e.preventDefault(), {once: true})");
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        super.onDetach(detach);
        detach.getUI().getPage().executeJs("window.onbeforeunload = null");
    }
}
