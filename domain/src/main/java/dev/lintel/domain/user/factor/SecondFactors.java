package dev.lintel.domain.user.factor;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.OwnPassword;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factors of an account. The first of them brings recovery codes along, the last takes them away. Whoever adds or
 * removes one is asked for the password again: a screen that somebody left open is not enough.
 */
@Service
public class SecondFactors {
    private static final String OWN = "everybody may secure their own account";
    private static final String ASKS_PASSWORD = "it asks for the password instead";

    private final OwnPassword password;
    private final AuthenticatorApps apps;
    private final RecoveryCodes codes;
    private final PasskeyStore passkeys;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    SecondFactors(
            OwnPassword password,
            AuthenticatorApps apps,
            RecoveryCodes codes,
            PasskeyStore passkeys,
            InstantSource clock,
            ApplicationEventPublisher events) {
        this.password = password;
        this.apps = apps;
        this.codes = codes;
        this.passkeys = passkeys;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    @Unguarded(OWN)
    public SecondFactor own(Actor actor) {
        return of(Accounts.own(actor));
    }

    /** What a login asks for besides the password. */
    @Transactional(readOnly = true)
    @Unguarded("it is asked before anybody is logged in")
    public SecondFactor of(long account) {
        return new SecondFactor(apps.since(account), passkeys.of(account), codes.left(account));
    }

    /**
     * Takes an authenticator app in use, in place of the one before.
     *
     * @param code what the app shows, as proof that it has the secret
     * @return recovery codes to be shown once; empty when there are some already
     * @throws CodeRefusedException when the code is wrong
     * @throws dev.lintel.domain.user.PasswordRefusedException when the password is
     */
    @Transactional
    @Unguarded(ASKS_PASSWORD)
    public List<String> useApp(Actor actor, String ownPassword, AuthenticatorSecret secret, String code) {
        password.require(actor, ownPassword);
        long account = Accounts.own(actor);
        if (!apps.use(account, secret, code, clock.instant())) {
            throw new CodeRefusedException();
        }
        tell(actor, Map.of(), Map.of("secondFactor", "authenticator app"));
        return codesOfTheFirst(account);
    }

    @Transactional
    @Unguarded(ASKS_PASSWORD)
    public void removeApp(Actor actor, String ownPassword) {
        password.require(actor, ownPassword);
        long account = Accounts.own(actor);
        if (apps.remove(account)) {
            tell(actor, Map.of("secondFactor", "authenticator app"), Map.of());
            withTheLast(account);
        }
    }

    /** @return recovery codes to be shown once; empty when there are some already */
    @Transactional
    @Unguarded("the server has verified the passkey, and asked for the password before that")
    public List<String> addPasskey(Actor actor, PasskeyRecord passkey) {
        long account = Accounts.own(actor);
        passkeys.add(account, passkey, clock.instant());
        tell(actor, Map.of(), Map.of("passkey", passkey.name()));
        return codesOfTheFirst(account);
    }

    @Transactional
    @Unguarded(ASKS_PASSWORD)
    public void removePasskey(Actor actor, String ownPassword, long id) {
        password.require(actor, ownPassword);
        long account = Accounts.own(actor);
        passkeys.delete(account, id).ifPresent(name -> {
            tell(actor, Map.of("passkey", name), Map.of());
            withTheLast(account);
        });
    }

    /** Makes new recovery codes; those before are no longer good. Empty without a second factor. */
    @Transactional
    @Unguarded(ASKS_PASSWORD)
    public List<String> renewRecoveryCodes(Actor actor, String ownPassword) {
        password.require(actor, ownPassword);
        long account = Accounts.own(actor);
        if (!of(account).isOn()) {
            return List.of();
        }
        tell(actor, Map.of(), Map.of("recoveryCodes", "new"));
        return codes.renew(account);
    }

    /** Whether this is a code of the account's app or one of its recovery codes. A code is good once. */
    @Transactional
    @Unguarded("it is how the server learns who somebody is")
    public boolean accepts(long account, String typed) {
        return apps.accepts(account, typed, clock.instant()) || codes.use(account, typed);
    }

    private List<String> codesOfTheFirst(long account) {
        return codes.left(account) == 0 ? codes.renew(account) : List.of();
    }

    private void withTheLast(long account) {
        if (!of(account).isOn()) {
            codes.delete(account);
        }
    }

    private void tell(Actor actor, Map<String, String> before, Map<String, String> after) {
        events.publishEvent(new RecordChanged(
                actor, null, "second-factor", Long.toString(Accounts.own(actor)), actor.name(), before, after));
    }
}
