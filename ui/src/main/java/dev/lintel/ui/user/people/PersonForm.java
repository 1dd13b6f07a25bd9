package dev.lintel.ui.user.people;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.restriction.NoSuchRestrictionException;
import dev.lintel.domain.restriction.RestrictionChoices.Choice;
import dev.lintel.domain.restriction.RestrictionRefusedException;
import dev.lintel.domain.user.invitation.Invitations;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.UserChangedException;
import dev.lintel.domain.user.people.UserChoices;
import dev.lintel.domain.user.people.UserChoices.Place;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.domain.user.people.Users;
import dev.lintel.ui.component.ComparisonDialog;
import dev.lintel.ui.component.Refusals;
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
    private final transient FirstRestrictions first;
    private final Messages messages;
    private final transient Actor actor;
    private final Checkbox invite = new Checkbox(getTranslation("person.invite"), true);
    private final Div buttons = new Div();
    private transient @Nullable PersonFields fields;
    private transient @Nullable Person before;
    private transient @Nullable PersonDraft shown;
    private transient Consumer<Person> saved = person -> {};
    private transient Runnable another = () -> {};
    private @Nullable MultiSelectComboBox<Choice> restrictions;
    private long project;

    PersonForm(
            Users users,
            UserChoices choices,
            PersonFieldsMaker maker,
            Invitations invitations,
            FirstRestrictions first,
            CurrentActor current) {
        this.users = users;
        this.choices = choices;
        this.maker = maker;
        this.invitations = invitations;
        this.first = first;
        this.messages = first.messages();
        this.actor = current.get();
        addClassName("person-form");
        buttons.addClassName("form-buttons");
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
        restrictions = first.field(actor, where);
        if (restrictions != null) {
            addComponentAtIndex(
                    (int) getChildren().count() - 3, new Section(new H2(getTranslation("grant.title")), restrictions));
        }
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
        boolean granting = before == null && restrictions != null && !restrictions.isEmpty();
        return fields != null && (granting || !Objects.equals(shown, fields.draft(before())));
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
        add(fresh.refusals(), buttons);
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
        typed.refusals().clear();
        if (restrictions != null) {
            restrictions.setInvalid(false);
        }
        try {
            then.accept(store(draft, before == null ? 0 : before.version()));
        } catch (UserRefusedException refused) {
            typed.refusals().refuse(refused.problems());
        } catch (RestrictionRefusedException | NoSuchRestrictionException refused) {
            MultiSelectComboBox<Choice> place = Objects.requireNonNull(restrictions);
            place.setInvalid(true);
            place.setErrorMessage(getTranslation("granting.notForThem"));
        } catch (UserChangedException changed) {
            compare(changed.theirs(), draft, then);
        }
    }

    private Person store(PersonDraft draft, long version) {
        Person old = before;
        Person stored = old == null
                ? first.create(actor, project, draft, restrictions)
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
                    Refusals.reason(refused.problems().getFirst()));
        }
    }

    private void compare(Person theirs, PersonDraft mine, Consumer<Person> then) {
        PersonDraft base = Objects.requireNonNull(before());
        // made anew: whoever was quicker may have used a marker that was not there before
        PersonFields fresh = filled(theirs, theirs.draft());
        new ComparisonDialog<>(base, mine, theirs.draft())
                .field("person.name", PersonDraft::name, name -> name)
                .field("person.email", draft -> Objects.toString(draft.email(), ""), email -> email)
                .field("person.phone", PersonDraft::phone, phone -> phone)
                .field("person.address", PersonDraft::address, address -> address)
                .field("person.profile", PersonDraft::profile, id -> names().of(id, List.of()))
                .field("person.groups", PersonDraft::groups, this::paths)
                .field("person.marker", draft -> Objects.toString(draft.marker(), ""), fresh::markerName)
                .ask(PersonForm::merged, merged -> {
                    before = theirs;
                    fresh.show(merged, names());
                    lay(fresh);
                    shown = theirs.draft();
                    save(then);
                });
    }

    private static PersonDraft merged(ComparisonDialog.Chosen<PersonDraft> chosen) {
        return new PersonDraft(
                chosen.of("person.name").name(),
                chosen.of("person.email").email(),
                chosen.of("person.profile").profile(),
                chosen.of("person.groups").groups(),
                chosen.of("person.phone").phone(),
                chosen.of("person.address").address(),
                chosen.of("person.marker").marker());
    }

    private String paths(List<String> groups) {
        return choices.known(actor, project, groups).stream().map(Place::path).collect(Collectors.joining(", "));
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
