package dev.lintel.domain.user.session;

import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.NetworkAddress;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.user.Account;
import dev.lintel.domain.user.Accounts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where accounts are logged in, on whichever node. A session without a row here is over: its own node learns it at once,
 * any other when the session is next {@linkplain #seen seen}.
 */
@Service
public class Sessions {
    /** A session that nobody has seen for so long is over; a node may have ended without a word. */
    public static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(35);

    private static final String OWN = "everybody may end their own sessions";
    private static final String SERVER = "the server itself keeps the list";

    private final SessionStore store;
    private final Accounts accounts;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Sessions(SessionStore store, Accounts accounts, InstantSource clock, ApplicationEventPublisher events) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Notes that somebody has logged in.
     *
     * @param way how they proved who they are, for the audit
     * @return number of the session
     */
    @Transactional
    @Unguarded(SERVER)
    public long begin(Account account, String browser, String address, String way) {
        store.forgetUnseen(clock.instant().minus(FORGOTTEN_AFTER));
        LoginSession session = store.add(account.id(), browser, NetworkAddress.shortest(address), clock.instant());
        Map<String, String> facts = new HashMap<>(facts(session));
        facts.put("way", way);
        tell(owner(account, address), Deed.LOGGED_IN, session.account(), facts);
        return session.id();
    }

    /** Notes that a session is over by itself: its owner logged out, or was away for too long. */
    @Transactional
    @Unguarded(SERVER)
    public void over(long session) {
        store.delete(session).ifPresent(gone -> accounts.byId(gone.account())
                .ifPresent(
                        account -> tell(owner(account, gone.address()), Deed.LOGGED_OUT, gone.account(), facts(gone))));
    }

    /**
     * Notes, for the audit, that somebody failed to log in.
     *
     * @param account whose login was tried; null when it is nobody's. What was typed is not kept then, since people
     *     type their password into the wrong field
     */
    @Transactional
    @Unguarded(SERVER)
    public void refused(@Nullable Account account, String address, String way) {
        Actor by = account == null ? new Actor("", null, Set.of(), null, address) : owner(account, address);
        tell(by, Deed.LOGIN_FAILED, account == null ? null : account.id(), Map.of("way", way));
    }

    /** Notes that somebody is still there. False when the session is over. */
    @Transactional
    @Unguarded(SERVER)
    public boolean seen(long session) {
        return store.seen(session, clock.instant());
    }

    /** The actor's own, the one seen last first. */
    @Transactional(readOnly = true)
    @Unguarded(OWN)
    public List<LoginSession> list(Actor actor) {
        return store.of(Accounts.own(actor), clock.instant().minus(FORGOTTEN_AFTER));
    }

    /** Ends one of the actor's own. False when there is no such session. */
    @Transactional
    @Unguarded(OWN)
    public boolean end(Actor actor, long session) {
        Optional<LoginSession> ended = store.delete(Accounts.own(actor), session);
        ended.ifPresent(gone -> shutOut(actor, List.of(gone)));
        return ended.isPresent();
    }

    /** Ends all of the actor's own but this one. */
    @Transactional
    @Unguarded(OWN)
    public void endOthers(Actor actor, long kept) {
        shutOut(actor, store.deleteOthers(Accounts.own(actor), kept));
    }

    /** Ends all of an account: it was suspended or deleted, or its password is a new one. */
    @Transactional
    @Unguarded("services call it that have asked for a permission themselves")
    public void endAll(Actor by, long account) {
        shutOut(by, store.deleteAll(account));
    }

    private void shutOut(Actor by, List<LoginSession> ended) {
        ended.forEach(session -> tell(by, Deed.SESSIONS_ENDED, session.account(), facts(session)));
        events.publishEvent(
                new SessionsEnded(ended.stream().map(LoginSession::id).collect(Collectors.toSet())));
    }

    private static Actor owner(Account account, String address) {
        return new Actor(account.login(), account.id(), Set.of(), null, address);
    }

    private static Map<String, String> facts(LoginSession session) {
        return Map.of("browser", session.browser(), "address", session.address());
    }

    private void tell(Actor by, Deed deed, @Nullable Long account, Map<String, String> details) {
        String id = account == null ? "" : account.toString();
        String name = account == null
                ? ""
                : accounts.byId(account).map(Account::login).orElse(id);
        events.publishEvent(new ActivityNoted(by, null, deed, "account", id, name, details));
    }
}
