package dev.lintel.routes.mqtt;

import dev.lintel.domain.device.DeviceRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells the registry who is there. Every message is a sign of life, but a busy door must not write one for each. */
@Component
class SignsOfLife {
    private static final Logger LOG = LoggerFactory.getLogger(SignsOfLife.class);

    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(30);

    private final DeviceRegistry devices;
    private final InstantSource clock;
    private final Map<String, Instant> told = new ConcurrentHashMap<>();

    SignsOfLife(DeviceRegistry devices, InstantSource clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /** The device sent something. Whether that can be noted must not matter to what it sent. */
    void heard(String serial) {
        Instant now = clock.instant();
        Instant last = told.get(serial);
        if (last != null && !last.plus(OFTEN_ENOUGH).isBefore(now)) {
            return;
        }
        try {
            said(serial, true);
        } catch (RuntimeException e) {
            LOG.warn("a sign of life could not be noted", e);
        }
    }

    /** The device, or its last will, said so. */
    void said(String serial, boolean online) {
        if (online) {
            told.put(serial, clock.instant());
        } else {
            told.remove(serial);
        }
        devices.seen(serial, online);
    }
}
