package dev.lintel.standalone.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiPredicate;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;

/** Lets devices in by serial number and password, and to their own topics only; lets the server do everything. */
final class DeviceTopicSecurity implements ActiveMQSecurityManager5 {
    private final InternalMqttCredential server;
    private final BiPredicate<String, String> devices;
    /** The broker asks for the login again with every message; a password hash is too dear for that. */
    private final Map<RemotingConnection, Subject> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param devices whether this serial number and password belong together */
    DeviceTopicSecurity(InternalMqttCredential server, BiPredicate<String, String> devices) {
        this.server = server;
        this.devices = devices;
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
        return known.computeIfAbsent(connection, fresh -> login(user, password));
    }

    private @Nullable Subject login(String user, String password) {
        if (user.equals(server.user())) {
            boolean right = MessageDigest.isEqual(
                    password.getBytes(StandardCharsets.UTF_8), server.password().getBytes(StandardCharsets.UTF_8));
            return right ? subject(user) : null;
        }
        return devices.test(user, password) ? subject(user) : null;
    }

    private static Subject subject(String user) {
        return new Subject(true, Set.of(new UserPrincipal(user)), Set.of(), Set.of());
    }

    @Override
    public boolean authorize(@Nullable Subject subject, Set<Role> roles, CheckType check, @Nullable String address) {
        if (subject == null || address == null) {
            return false;
        }
        return subject.getPrincipals(UserPrincipal.class).stream()
                .map(UserPrincipal::getName)
                .anyMatch(user -> user.equals(server.user()) || isAllowed(user, check, address));
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
            case CREATE_ADDRESS -> DeviceTopics.mayWrite(serial, plain) || DeviceTopics.mayRead(serial, plain);
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
