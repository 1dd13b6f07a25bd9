package dev.lintel.domain.user.people;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.user.photo.Photos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos of the people of a project: seen by whoever sees the person, changed by whoever edits them and by themselves. */
@Service
public class PersonPhotos {
    private final Users users;
    private final PersonStore store;
    private final Photos photos;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    PersonPhotos(Users users, PersonStore store, Photos photos, JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.users = users;
        this.store = store;
        this.photos = photos;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * The JPEG; empty when there is none.
     *
     * @throws NoSuchUserException when the actor sees nobody of that id
     */
    @Transactional(readOnly = true)
    public Optional<byte[]> of(Actor actor, long project, String id) {
        if (oneself(actor, project, id).isEmpty()
                && users.get(actor, project, id).isEmpty()) {
            throw new NoSuchUserException(id);
        }
        return stored(project, id);
    }

    /**
     * Puts a photo in the place of the one before.
     *
     * @throws NoSuchUserException when the actor may edit nobody of that id
     * @throws dev.lintel.domain.user.photo.PhotoRefusedException with what is wrong
     */
    @Transactional
    public void change(Actor actor, long project, String id, byte[] file) {
        Person person = editable(actor, project, id);
        byte[] portrait = photos.portrait(file);
        boolean before = stored(project, id).isPresent();
        jdbc.update("""
                insert into person_photo (project_id, person_id, jpeg) values (?, ?, ?)
                on conflict (project_id, person_id) do update set jpeg = excluded.jpeg""", project, id, portrait);
        tell(actor, person, before ? Map.of("photo", "yes") : Map.of(), Map.of("photo", "new"));
    }

    /** @throws NoSuchUserException when the actor may edit nobody of that id */
    @Transactional
    public void remove(Actor actor, long project, String id) {
        Person person = editable(actor, project, id);
        if (jdbc.update("delete from person_photo where project_id = ? and person_id = ?", project, id) > 0) {
            tell(actor, person, Map.of("photo", "yes"), Map.of());
        }
    }

    private Optional<byte[]> stored(long project, String id) {
        return jdbc
                .queryForList(
                        "select jpeg from person_photo where project_id = ? and person_id = ?",
                        byte[].class,
                        project,
                        id)
                .stream()
                .findFirst();
    }

    private Person editable(Actor actor, long project, String id) {
        return oneself(actor, project, id)
                .orElseGet(() -> users.editable(actor, Permission.USER_EDIT, project, List.of(id))
                        .getFirst());
    }

    private Optional<Person> oneself(Actor actor, long project, String id) {
        Long account = actor.account();
        return store.byId(project, id).filter(person -> account != null && account.equals(person.account()));
    }

    private void tell(Actor actor, Person person, Map<String, String> before, Map<String, String> after) {
        events.publishEvent(new RecordChanged(
                actor, person.project(), "user", person.id(), person.user().name(), before, after));
    }
}
