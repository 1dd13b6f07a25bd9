package dev.lintel.standalone.broker;

import dev.lintel.domain.device.CredentialEnded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.event.TransactionalEventListener;

/** Lets devices in by serial number and password, and to their own topics only; lets the server do everything. */
final class DeviceTopicSecurity implements ActiveMQSecurityManager5 {
    private static final String SERVERS_CLIENT_ID = "lintel-";

    private final InternalMqttCredential server;
    private final DeviceLogins devices;
    /** The broker asks for the login again with every message; a password hash is too dear for that. */
    private final Map<RemotingConnection, Subject> known = Collections.synchronizedMap(new WeakHashMap<>());
    /** How often some device's password has ended. */
    private final AtomicInteger ended = new AtomicInteger();

    DeviceTopicSecurity(InternalMqttCredential server, DeviceLogins devices) {
        this.server = server;
        this.devices = devices;
    }

    /** The login of the server's own client. */
    String serverLogin() {
        return server.user();
    }

    @Override
    public @Nullable Subject authenticate(
            @Nullable String user,
            @Nullable String password,
            @Nullable RemotingConnection connection,
            @Nullable String domain) {
        if (user == null || password == null || connection == null) {
            return null;
        }
        Subject earlier = known.get(connection);
        if (earlier != null) {
            return earlier;
        }
        if (!mayBeCalled(connection, user)) {
            return null;
        }
        int before = ended.get();
        Subject subject = login(user, password);
        if (subject == null) {
            return null;
        }
        known.put(connection, subject);
        if (ended.get() != before) {
            // the password may have been looked at just before it ended; the device will try again
            known.remove(connection);
            return null;
        }
        return subject;
    }

    /** A connection lives no longer than the password that opened it. */
    @TransactionalEventListener(fallbackExecution = true)
    void end(CredentialEnded credential) {
        ended.incrementAndGet();
        List<RemotingConnection> open;
        synchronized (known) {
            open = known.entrySet().stream()
                    .filter(entry -> user(entry.getValue()).equals(credential.serial()))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        // they stay known: the broker has still to publish their last wills, and asks for the login once more
        open.forEach(RemotingConnection::destroy);
    }

    /** Whoever connects with a client id that is in use ends that connection: no device may do that to another. */
    private boolean mayBeCalled(RemotingConnection connection, String user) {
        String clientId = connection.getClientID();
        if (clientId == null || clientId.equals(user) || user.equals(server.user())) {
            return true;
        }
        boolean reserved = clientId.startsWith(SERVERS_CLIENT_ID) || devices.isSerial(clientId);
        return !reserved && !isUsedByAnother(clientId, user);
    }

    private boolean isUsedByAnother(String clientId, String user) {
        synchronized (known) {
            return known.entrySet().stream()
                    .anyMatch(entry -> clientId.equals(entry.getKey().getClientID())
                            && !entry.getKey().isDestroyed()
                            && !user(entry.getValue()).equals(user));
        }
    }

    private @Nullable Subject login(String user, String password) {
        if (user.equals(server.user())) {
            boolean right = MessageDigest.isEqual(
                    password.getBytes(StandardCharsets.UTF_8), server.password().getBytes(StandardCharsets.UTF_8));
            return right ? subject(user) : null;
        }
        return devices.authenticate(user, password) ? subject(user) : null;
    }

    private static Subject subject(String user) {
        return new Subject(true, Set.of(new UserPrincipal(user)), Set.of(), Set.of());
    }

    private static String user(Subject subject) {
        return subject.getPrincipals(UserPrincipal.class).iterator().next().getName();
    }

    @Override
    public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType check, @Nullable String address) {
        if (subject == null || address == null) {
            return false;
        }
        String user = user(subject);
        return user.equals(server.user()) || isAllowed(user, check, address);
    }

    private static boolean isAllowed(String serial, CheckType check, String address) {
        // a queue is asked for as address::queue; what counts is the address it is fed from
        String plain = address.contains("::") ? address.substring(0, address.indexOf("::")) : address;
        return switch (check) {
            case SEND -> DeviceTopics.mayWrite(serial, plain);
            case CONSUME,
                    CREATE_DURABLE_QUEUE,
                    CREATE_NON_DURABLE_QUEUE,
                    DELETE_DURABLE_QUEUE,
                    DELETE_NON_DURABLE_QUEUE -> DeviceTopics.mayRead(serial, plain);
            // the broker removes the address of a session that is given up, in the name of who gives it up
            case CREATE_ADDRESS, DELETE_ADDRESS ->
                DeviceTopics.mayWrite(serial, plain) || DeviceTopics.mayRead(serial, plain);
            default -> false;
        };
    }

    @Override
    public boolean validateUser(String user, String password) {
        return false;
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
        return false;
    }
}
