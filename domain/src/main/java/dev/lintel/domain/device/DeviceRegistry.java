package dev.lintel.domain.device;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.Secrets;
import dev.lintel.domain.permission.Unguarded;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The devices of the server: which are alive, and how they prove who they are. */
@Service
public class DeviceRegistry {
    /** 137 bits. */
    private static final int PASSWORD_CHARACTERS = 24;

    /** What a password is compared with when there is no device: as much work, and never right. */
    private static final DeviceCredential NOBODY =
            new DeviceCredential(new DeviceKey(0, ""), Secrets.token(), Secrets.token());

    private final DeviceCredentials credentials;
    private final DeviceStates states;
    private final DeviceEvents events;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher news;

    DeviceRegistry(
            DeviceCredentials credentials,
            DeviceStates states,
            DeviceEvents events,
            JdbcTemplate jdbc,
            ApplicationEventPublisher news) {
        this.credentials = credentials;
        this.states = states;
        this.events = events;
        this.jdbc = jdbc;
        this.news = news;
    }

    /** Makes new secrets for a device; the old ones, and what was let in with them, end at once. Empty when there is no such device to see. */
    @Transactional
    public Optional<IssuedCredential> issueCredential(Actor actor, String serial) {
        return key(serial, actor.requireReach(Permission.DEVICE_EDIT)).map(key -> {
            String password = Secrets.readable(PASSWORD_CHARACTERS);
            String urlToken = Secrets.token();
            credentials.save(new DeviceCredential(key, password, urlToken));
            news.publishEvent(new CredentialEnded(serial));
            news.publishEvent(new ActivityNoted(
                    actor, key.projectId(), Deed.SECRETS_ISSUED, "device", key.deviceId(), serial, Map.of()));
            return new IssuedCredential(serial, password, urlToken);
        });
    }

    /** Whether this is the device's password. Takes the same time whether or not the device exists. */
    @Unguarded("it is how a device proves itself")
    public boolean authenticate(String serial, String password) {
        return credentials.findBySerial(serial).orElse(NOBODY).isPassword(password);
    }

    /** The serial number of the device whose URL token this is. */
    @Unguarded("it is how a device proves itself")
    public Optional<String> serialOfUrlToken(String urlToken) {
        return credentials.serialOfToken(Secrets.hash(urlToken));
    }

    /** A sign of life, or the last will, of a device over MQTT. Unknown serial numbers are passed over. */
    @Unguarded("devices tell it, not people")
    public void seen(String serial, boolean online) {
        states.seen(serial, online, true);
    }

    /** A device has asked over HTTP: it is there, but nothing can be brought to it on that way. */
    @Unguarded("devices tell it, not people")
    public void asked(String serial) {
        states.seen(serial, true, false);
    }

    /**
     * Stores an event once however often it comes. Committed when this returns.
     *
     * @return false when the event was known already
     */
    @Unguarded("devices tell it, not people")
    public boolean record(DeviceEvent event) {
        return events.record(event);
    }

    private Optional<DeviceKey> key(String serial, Reach reach) {
        SqlCondition where =
                SqlCondition.of("d.serial = ?", serial).and(InReach.group(reach, "d.project_id", "d.group_id"));
        return jdbc
                .query(
                        "select d.project_id, d.id from device d where " + where.sql(),
                        (row, number) -> new DeviceKey(row.getLong("project_id"), row.getString("id")),
                        where.parameters().toArray())
                .stream()
                .findFirst();
    }
}
