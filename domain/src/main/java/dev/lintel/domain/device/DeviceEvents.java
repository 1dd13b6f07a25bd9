package dev.lintel.domain.device;

import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What devices have told of themselves. */
@Component
class DeviceEvents {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final EventTable table;

    DeviceEvents(JdbcTemplate jdbc, ApplicationEventPublisher events, InstantSource clock, EventTable table) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.table = table;
    }

    @Transactional
    public boolean record(DeviceEvent event) {
        EventClass is = table.of(event, EventClasses.of(event));
        int added = jdbc.update(
                """
                insert into device_event
                    (device_serial, key, project_id, category, code, device_time, received, details, event_priority,
                     event_category, ruled_by, ruled_row)
                values (?, ?, (select project_id from device where serial = ?), ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
                on conflict do nothing""",
                event.serial(),
                storable(event.key()),
                event.serial(),
                storable(event.category()),
                storable(event.code()),
                event.deviceTime().atOffset(ZoneOffset.UTC),
                clock.instant().atOffset(ZoneOffset.UTC),
                details(event),
                is.priority().name(),
                is.category().name(),
                is.table(),
                is.row());
        if (added == 0) {
            return false;
        }
        events.publishEvent(new DeviceEvent.Recorded(event));
        return true;
    }

    /** PostgreSQL keeps every character but U+0000. */
    private static String storable(String text) {
        return text.replace('\u0000', '\ufffd');
    }

    private static String details(DeviceEvent event) {
        return JSON.writeValueAsString(event.details()).replace("\\u0000", "\\ufffd");
    }
}
