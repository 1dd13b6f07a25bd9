package dev.lintel.domain.user.factor;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.Accounts;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Recognises passkeys. Adding and removing them is with {@link SecondFactors}. */
@Service
public class Passkeys {
    private static final String RECOGNISES = "it is how the server learns who somebody is";

    /** As the standard recommends (WebAuthn level 3, 14.6.1). */
    private static final int HANDLE_BYTES = 64;

    private final PasskeyStore store;
    private final InstantSource clock;

    Passkeys(PasskeyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** By which the actor's own authenticators know the actor's account; always the same. */
    @Transactional
    @Unguarded("everybody may have passkeys")
    public byte[] ownHandle(Actor actor) {
        return store.handle(Accounts.own(actor), Secrets.random(HANDLE_BYTES));
    }

    /** The account that authenticators know by this handle. */
    @Unguarded(RECOGNISES)
    public Optional<Long> ownerOf(byte[] handle) {
        return store.ownerOf(handle);
    }

    @Unguarded(RECOGNISES)
    public List<PasskeyRecord> of(byte[] handle) {
        return store.records(handle);
    }

    @Unguarded(RECOGNISES)
    public Optional<PasskeyRecord> byCredential(byte[] credential) {
        return store.record(credential);
    }

    /** Somebody has just proved that they have it. */
    @Transactional
    @Unguarded(RECOGNISES)
    public void used(byte[] credential, long signatureCount) {
        store.used(credential, signatureCount, clock.instant());
    }
}
