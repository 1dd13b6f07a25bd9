package dev.lintel.domain.sms;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionDeniedException;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.sms.SmsRefusedException.Field;
import dev.lintel.domain.sms.SmsRefusedException.Reason;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which account short messages go out. Only those who work for the server as a whole have to do with it. */
@Service
public class SmsSettings {
    /**
     * What is set, without the token.
     *
     * @param version to be given back with a change, so that nobody overwrites what they have not seen
     */
    public record Current(SmsAccount account, int version) {}

    private final SmsStore store;
    private final ApplicationEventPublisher events;

    SmsSettings(SmsStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** Empty while nobody has set an account. */
    public Optional<Current> view(Actor actor) {
        requireForServer(actor, Permission.SETTINGS_VIEW);
        return store.account().map(found -> new Current(found.account(), found.version()));
    }

    /**
     * Stores it.
     *
     * @param token null keeps the stored one, as long as the account is the same
     * @param version the one seen; 0 when there was none
     * @throws SmsRefusedException with what is wrong
     */
    @Transactional
    public Current change(Actor actor, SmsAccount wanted, @Nullable String token, int version) {
        requireForServer(actor, Permission.SETTINGS_EDIT);
        Optional<SmsStore.Found> before = store.account();
        if (!store.save(wanted, token(before, wanted, token), version)) {
            throw new SmsRefusedException(Field.ACCOUNT, Reason.CHANGED_MEANWHILE, wanted.account());
        }
        tell(actor, readable(before), readable(store.account()));
        return new Current(wanted, version + 1);
    }

    /** Sends nothing any more; what waits is given up when it is not worth sending any more. */
    @Transactional
    public void remove(Actor actor) {
        requireForServer(actor, Permission.SETTINGS_EDIT);
        Optional<SmsStore.Found> before = store.account();
        store.deleteAccount();
        tell(actor, readable(before), Map.of());
    }

    private static String token(Optional<SmsStore.Found> stored, SmsAccount wanted, @Nullable String given) {
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        SmsStore.Found known = stored.orElseThrow(() -> new SmsRefusedException(Field.TOKEN, Reason.MISSING, ""));
        if (!known.account().account().equals(wanted.account())) {
            throw new SmsRefusedException(Field.TOKEN, Reason.NEEDED_AGAIN, wanted.account());
        }
        return known.token();
    }

    private void tell(Actor actor, Map<String, String> before, Map<String, String> after) {
        if (!before.equals(after)) {
            events.publishEvent(new RecordChanged(actor, null, "sms", "", "Twilio", before, after));
        }
    }

    private static Map<String, String> readable(Optional<SmsStore.Found> found) {
        return found.map(kept -> Map.of(
                        "account", kept.account().account(),
                        "sender", kept.account().sender()))
                .orElse(Map.of());
    }

    private static void requireForServer(Actor actor, Permission permission) {
        actor.require(permission);
        if (actor.projects() != null) {
            throw new PermissionDeniedException(permission);
        }
    }
}
