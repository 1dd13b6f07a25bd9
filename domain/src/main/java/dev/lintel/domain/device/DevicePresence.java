package dev.lintel.domain.device;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Whether a device is there, for the server's own use. */
@Component
public class DevicePresence {
    private final JdbcTemplate jdbc;

    DevicePresence(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** {@link Presence#NEVER} for a serial number that no device has. */
    public Presence of(String serial) {
        return jdbc.queryForList("""
                        select s.online from device d
                        join device_state s on s.project_id = d.project_id and s.device_id = d.id
                        where d.serial = ?""", Boolean.class, serial).stream()
                .findFirst()
                .map(Presence::of)
                .orElse(Presence.NEVER);
    }
}
