package dev.lintel.domain.user.people;

import dev.lintel.domain.group.ProjectStore;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.AccountPasswords;
import dev.lintel.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people of a project change of themselves, without being permitted to edit anybody. */
@Component
public class OwnPerson {
    private final ProjectStore projects;
    private final PersonStore store;
    private final AccountPasswords accounts;
    private final PersonNews news;

    OwnPerson(ProjectStore projects, PersonStore store, AccountPasswords accounts, PersonNews news) {
        this.projects = projects;
        this.store = store;
        this.accounts = accounts;
        this.news = news;
    }

    /** Who the actor is; empty for an account of the server itself. */
    public Optional<Person> of(Actor actor) {
        Long account = actor.account();
        return account == null
                ? Optional.empty()
                : store.find(SqlCondition.of("a.id = ?", account)).stream().findFirst();
    }

    /**
     * Changes what the actor says of themselves.
     *
     * @throws UserRefusedException with everything that is wrong
     */
    public void change(Actor actor, String name, String phone, String address) {
        of(actor).ifPresent(own -> {
            projects.lock(own.project());
            Person before = store.byId(own.project(), own.id()).orElseThrow();
            PersonDraft old = before.draft();
            store(
                    actor,
                    before,
                    new PersonDraft(name, old.email(), old.profile(), old.groups(), phone, address, old.marker()));
        });
    }

    /** The person has shown that the address is their own: it is theirs from now on, and they log in with it. */
    public void confirmEmail(Actor owner, long project, String id, String email) {
        Person before = store.byId(project, id).orElseThrow();
        Long account = before.account();
        if (account != null) {
            accounts.rename(account, email);
        }
        store(owner, before, before.draft().withEmail(email));
    }

    private void store(Actor actor, Person before, PersonDraft draft) {
        List<UserRefusedException.Problem> problems = new ArrayList<>();
        PersonCheck.texts(draft, problems);
        if (!problems.isEmpty()) {
            throw new UserRefusedException(problems);
        }
        if (draft.equals(before.draft())) {
            return;
        }
        User old = before.user();
        User user = new User(old.id(), draft.name(), draft.email(), old.profile(), old.groups(), old.suspended());
        if (!user.equals(old)) {
            news.changed(before.project(), List.of(user));
        }
        store.saveRest(before.project(), before.id(), draft);
        news.record(actor, before, store.byId(before.project(), before.id()).orElseThrow());
    }
}
