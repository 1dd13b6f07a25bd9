package dev.lintel.routes.basip;

import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.routes.basip.PanelLogCodec.Push;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores what panels push. */
@Component
class PanelLogs {
    private static final Logger LOG = LoggerFactory.getLogger(PanelLogs.class);

    private final DeviceRegistry devices;
    private final MeterRegistry meters;

    PanelLogs(DeviceRegistry devices, MeterRegistry meters) {
        this.devices = devices;
        this.meters = meters;
    }

    /** Stored when this returns. */
    void take(String serial, byte[] body) {
        Push push = PanelLogCodec.read(serial, body);
        push.events().forEach(devices::record);
        if (!push.refused().isEmpty()) {
            meters.counter("lintel.device.refused", "channel", "BASIP_LOGS")
                    .increment(push.refused().size());
            var first = push.refused().getFirst();
            LOG.warn(
                    "passed over {} log entries of device {}, the first: {} {}",
                    push.refused().size(),
                    Quoted.of(serial),
                    first.field(),
                    first.reason());
        }
    }
}
