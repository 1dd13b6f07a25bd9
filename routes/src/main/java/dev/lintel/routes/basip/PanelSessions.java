package dev.lintel.routes.basip;

import dev.lintel.domain.device.CredentialEnded;
import dev.lintel.domain.device.DeviceRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Which panels are logged in. Kept in memory: after a restart of the server a panel is told that its token is unknown, and
 * logs in again.
 */
@Component
class PanelSessions {
    /** As the panels' own tokens live. */
    private static final Duration LIFE = Duration.ofHours(2);

    /** A panel needs one; a few more for one that forgets. */
    private static final int MOST_PER_PANEL = 5;

    private final DeviceRegistry devices;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    PanelSessions(DeviceRegistry devices, InstantSource clock) {
        this.devices = devices;
        this.clock = clock;
    }

    private record Session(String serial, Instant expires) {}

    /** A new token, if this is the panel's password. */
    Optional<String> login(String serial, String password) {
        if (!devices.authenticate(serial, password)) {
            return Optional.empty();
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        forgetOld(serial);
        sessions.put(token, new Session(serial, clock.instant().plus(LIFE)));
        return Optional.of(token);
    }

    /** The serial number of the panel that has this token, which lives longer by that. */
    Optional<String> serial(String token) {
        Instant now = clock.instant();
        Session kept = sessions.computeIfPresent(
                token,
                (key, session) ->
                        session.expires().isAfter(now) ? new Session(session.serial(), now.plus(LIFE)) : null);
        return Optional.ofNullable(kept).map(Session::serial);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void end(CredentialEnded ended) {
        sessions.values().removeIf(session -> session.serial().equals(ended.serial()));
    }

    private void forgetOld(String serial) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> !session.expires().isAfter(now));
        sessions.entrySet().stream()
                .filter(entry -> entry.getValue().serial().equals(serial))
                .sorted((a, b) -> b.getValue().expires().compareTo(a.getValue().expires()))
                .skip(MOST_PER_PANEL - 1)
                .toList()
                .forEach(entry -> sessions.remove(entry.getKey()));
    }
}
