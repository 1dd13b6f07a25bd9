package dev.lintel.domain.user.own;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.Preferences;
import dev.lintel.domain.user.own.DetailRefusedException.Field;
import dev.lintel.domain.user.own.DetailRefusedException.Reason;
import dev.lintel.domain.user.people.OwnPerson;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonPhotos;
import dev.lintel.domain.user.photo.Photos;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody says of themselves, and how they like things shown. People of a project say it to the project; what an
 * account of the server itself says stays with the account.
 */
@Service
public class PersonalPage {
    private static final String OWN = "everybody may see and change their own";

    private final PersonalStore store;
    private final OwnPerson people;
    private final PersonPhotos portraits;
    private final Photos photos;
    private final ApplicationEventPublisher events;

    PersonalPage(
            PersonalStore store,
            OwnPerson people,
            PersonPhotos portraits,
            Photos photos,
            ApplicationEventPublisher events) {
        this.store = store;
        this.people = people;
        this.portraits = portraits;
        this.photos = photos;
        this.events = events;
    }

    @Transactional(readOnly = true)
    @Unguarded(OWN)
    public PersonalDetails details(Actor actor) {
        return people.of(actor)
                .map(own -> new PersonalDetails(own.user().name(), own.phone(), own.address()))
                .orElseGet(() -> store.details(Accounts.own(actor)));
    }

    /** The address that the actor logs in with and gets mail at; empty when there is none. */
    @Transactional(readOnly = true)
    @Unguarded(OWN)
    public Optional<String> email(Actor actor) {
        Optional<Person> own = people.of(actor);
        return Optional.ofNullable(own.isPresent() ? own.get().user().email() : store.email(Accounts.own(actor)));
    }

    /**
     * Changes what the actor says of themselves.
     *
     * @throws DetailRefusedException when a person of a project is to have no name
     */
    @Transactional
    @Unguarded(OWN)
    public void change(Actor actor, PersonalDetails details) {
        if (people.of(actor).isPresent()) {
            if (details.name().isEmpty()) {
                throw new DetailRefusedException(Field.NAME, Reason.MISSING);
            }
            people.change(actor, details.name(), details.phone(), details.address());
            return;
        }
        long account = Accounts.own(actor);
        PersonalDetails before = store.details(account);
        store.save(account, details);
        tell(actor, readable(before), readable(details));
    }

    @Unguarded(OWN)
    public Preferences preferences(Actor actor) {
        return store.preferences(Accounts.own(actor));
    }

    @Transactional
    @Unguarded(OWN)
    public void prefer(Actor actor, Preferences preferences) {
        store.save(Accounts.own(actor), preferences);
    }

    /** The JPEG; empty when there is none. */
    @Transactional(readOnly = true)
    @Unguarded(OWN)
    public Optional<byte[]> photo(Actor actor) {
        Optional<Person> own = people.of(actor);
        return own.isPresent()
                ? portraits.of(actor, own.get().project(), own.get().id())
                : Optional.ofNullable(store.photo(Accounts.own(actor))).flatMap(photos::jpeg);
    }

    /** @throws dev.lintel.domain.user.photo.PhotoRefusedException with what is wrong */
    @Transactional
    @Unguarded(OWN)
    public void changePhoto(Actor actor, byte[] file) {
        people.of(actor)
                .ifPresentOrElse(
                        own -> portraits.change(actor, own.project(), own.id(), file),
                        () -> replacePhoto(actor, photos.add(file)));
    }

    @Transactional
    @Unguarded(OWN)
    public void removePhoto(Actor actor) {
        people.of(actor)
                .ifPresentOrElse(
                        own -> portraits.remove(actor, own.project(), own.id()), () -> replacePhoto(actor, null));
    }

    private void replacePhoto(Actor actor, @Nullable Long photo) {
        long account = Accounts.own(actor);
        Long before = store.photo(account);
        store.savePhoto(account, photo);
        photos.delete(before);
        tell(
                actor,
                before == null ? Map.of() : Map.of("photo", "yes"),
                photo == null ? Map.of() : Map.of("photo", "new"));
    }

    private void tell(Actor actor, Map<String, String> before, Map<String, String> after) {
        if (!before.equals(after)) {
            events.publishEvent(new RecordChanged(
                    actor, null, "account", Long.toString(Accounts.own(actor)), actor.name(), before, after));
        }
    }

    private static Map<String, String> readable(PersonalDetails details) {
        return Map.of("name", details.name(), "phone", details.phone(), "address", details.address());
    }
}
