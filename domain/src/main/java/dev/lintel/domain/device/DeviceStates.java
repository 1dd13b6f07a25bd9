package dev.lintel.domain.device;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which devices are there. A device that only goes on living is written down now and then. */
@Component
class DeviceStates {
    private static final Duration WRITTEN_EVERY = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 100_000;

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final Cache<String, Written> written =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    DeviceStates(JdbcTemplate jdbc, ApplicationEventPublisher events, InstantSource clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** What was last written of a device. */
    private record Written(boolean online, boolean overMqtt, Instant at) {
        boolean covers(boolean nowOnline, boolean nowOverMqtt, Instant now) {
            return online == nowOnline && (overMqtt || !nowOverMqtt) && now.isBefore(at.plus(WRITTEN_EVERY));
        }
    }

    /** @param online null when the device was never heard of */
    private record Known(
            DeviceKey key,
            String group,
            List<String> above,
            @Nullable Boolean online) {}

    /** @param overMqtt whether it is on the line on which it can be told something */
    void seen(String serial, boolean online, boolean overMqtt) {
        Instant now = clock.instant();
        Written last = written.getIfPresent(serial);
        if (last != null && last.covers(online, overMqtt, now)) {
            return;
        }
        Optional<Known> known = known(serial);
        if (known.isEmpty()) {
            return;
        }
        DeviceKey key = known.get().key();
        write(key, online, overMqtt, now);
        written.put(serial, new Written(online, overMqtt, now));
        Boolean before = known.get().online();
        if (before == null || before != online) {
            events.publishEvent(new DeviceStatus.Changed(
                    key.projectId(),
                    key.deviceId(),
                    known.get().group(),
                    known.get().above(),
                    online,
                    now));
        }
    }

    private Optional<Known> known(String serial) {
        return jdbc
                .query(
                        """
                        select d.project_id, d.id, d.group_id, g.above, s.online from device d
                        join object_group g on g.project_id = d.project_id and g.id = d.group_id
                        left join device_state s on s.project_id = d.project_id and s.device_id = d.id
                        where d.serial = ?""",
                        (row, number) -> new Known(
                                new DeviceKey(row.getLong("project_id"), row.getString("id")),
                                row.getString("group_id"),
                                List.of((String[]) row.getArray("above").getArray()),
                                row.getObject("online", Boolean.class)),
                        serial)
                .stream()
                .findFirst();
    }

    /** A device that went is not seen by going: its last will comes from the broker. */
    private void write(DeviceKey key, boolean online, boolean overMqtt, Instant now) {
        jdbc.update(
                """
                insert into device_state as state (project_id, device_id, online, last_seen, over_mqtt)
                values (?, ?, ?, ?, ?)
                on conflict (project_id, device_id) do update
                set online = excluded.online, last_seen = coalesce(excluded.last_seen, state.last_seen),
                    over_mqtt = excluded.over_mqtt or coalesce(state.over_mqtt, false)""", key.projectId(), key.deviceId(), online, online ? now.atOffset(ZoneOffset.UTC) : null, overMqtt);
    }
}
