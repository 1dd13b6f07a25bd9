package dev.lintel.domain.user;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.photo.Photos;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody says of themselves, and how they like things shown. */
@Service
public class PersonalPage {
    private static final String OWN = "everybody may see and change their own";

    private final PersonalStore store;
    private final OwnPassword password;
    private final Photos photos;
    private final ApplicationEventPublisher events;

    PersonalPage(PersonalStore store, OwnPassword password, Photos photos, ApplicationEventPublisher events) {
        this.store = store;
        this.password = password;
        this.photos = photos;
        this.events = events;
    }

    @Unguarded(OWN)
    public PersonalDetails details(Actor actor) {
        return store.details(Accounts.own(actor));
    }

    /**
     * Changes what the actor says of themselves. Another e-mail address lets in whoever reads its mail, so it costs the
     * password.
     *
     * @param ownPassword null when the address stays
     * @throws DetailRefusedException when the e-mail address is another account's
     * @throws PasswordRefusedException when the address is another one and the password is not the actor's
     */
    @Transactional
    @Unguarded(OWN)
    public void change(Actor actor, PersonalDetails details, @Nullable String ownPassword) {
        long account = Accounts.own(actor);
        PersonalDetails before = store.details(account);
        if (!before.email().equals(details.email())) {
            password.require(actor, ownPassword == null ? "" : ownPassword);
        }
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
    @Unguarded(OWN)
    public Optional<byte[]> photo(Actor actor) {
        return Optional.ofNullable(store.photo(Accounts.own(actor))).flatMap(photos::jpeg);
    }

    /** @throws dev.lintel.domain.user.photo.PhotoRefusedException with what is wrong */
    @Transactional
    @Unguarded(OWN)
    public void changePhoto(Actor actor, byte[] file) {
        replacePhoto(actor, photos.add(file));
    }

    @Transactional
    @Unguarded(OWN)
    public void removePhoto(Actor actor) {
        replacePhoto(actor, null);
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
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", details.name());
        fields.put("e-mail", details.email());
        fields.put("phone", details.phone());
        fields.put("address", details.address());
        return fields;
    }
}
