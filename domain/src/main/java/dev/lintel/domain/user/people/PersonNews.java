package dev.lintel.domain.user.people;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.user.LastAdministratorException;
import dev.lintel.domain.user.PersonErased;
import dev.lintel.domain.user.User;
import dev.lintel.domain.user.UsersChanged;
import dev.lintel.domain.user.people.UserRefusedException.Field;
import dev.lintel.domain.user.people.UserRefusedException.Reason;
import dev.lintel.domain.user.session.Sessions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what becomes of people: the site stores it and puts it in force, the audit keeps who did it. */
@Component
class PersonNews {
    private final PersonStore store;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    PersonNews(PersonStore store, Sessions sessions, ApplicationEventPublisher events) {
        this.store = store;
        this.sessions = sessions;
        this.events = events;
    }

    void added(long project, List<User> users) {
        events.publishEvent(new UsersChanged(project, users, List.of(), List.of()));
    }

    void changed(long project, List<User> users) {
        if (!users.isEmpty()) {
            publish(new UsersChanged(project, List.of(), users, List.of()));
        }
    }

    void removed(long project, List<String> ids) {
        publish(new UsersChanged(project, List.of(), List.of(), ids));
    }

    /** Told before the person is removed. */
    void erased(Actor by, Person person) {
        events.publishEvent(new PersonErased(by, person.project(), person.id()));
    }

    void emailWanted(Actor by, Person person, String email) {
        events.publishEvent(new EmailChangeWanted(by, person, email));
    }

    private void publish(UsersChanged change) {
        try {
            events.publishEvent(change);
        } catch (LastAdministratorException last) {
            throw new UserRefusedException(Field.PROFILE, Reason.LAST_ADMINISTRATOR, "");
        }
    }

    /** Whoever of them is logged in is to be logged out. */
    void shutOut(Actor by, List<Person> people) {
        for (Person person : people) {
            Long account = person.account();
            if (account != null) {
                sessions.endAll(by, account);
            }
        }
    }

    /** @param before null for somebody new, {@code after} null for somebody who is gone */
    void record(Actor by, @Nullable Person before, @Nullable Person after) {
        Person known = after == null ? Objects.requireNonNull(before) : after;
        Map<String, String> was = before == null ? Map.of() : fields(before);
        Map<String, String> is = after == null ? Map.of() : fields(after);
        if (!was.equals(is)) {
            events.publishEvent(new RecordChanged(
                    by, known.project(), "user", known.id(), known.user().name(), was, is));
        }
    }

    private Map<String, String> fields(Person person) {
        User user = person.user();
        Map<String, String> names = store.groupNames(person.project(), user.groups());
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", user.name());
        fields.put("e-mail", user.email() == null ? "" : user.email());
        fields.put("profile", store.profileName(user.profile()));
        fields.put(
                "groups",
                user.groups().stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining(", ")));
        fields.put("phone", person.phone());
        fields.put("address", person.address());
        fields.put("marker", person.marker() == null ? "" : store.markerName(person.project(), person.marker()));
        fields.put("suspended", Boolean.toString(user.suspended()));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }
}
