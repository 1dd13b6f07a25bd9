package dev.lintel.routes.mqtt;

import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.routes.mqtt.Decoded.Refused;
import dev.lintel.routes.mqtt.Decoded.Understood;
import dev.lintel.routes.wire.Refusal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores what devices tell, and acknowledges it when it is on disk. */
@Component
class ToldEvents {
    private static final Refusal CROWDED = new Refusal("", "too many events are waiting, send again later");

    private final DeviceRegistry devices;
    private final Refusals refusals;
    private final InstantSource clock;

    ToldEvents(DeviceRegistry devices, Refusals refusals, InstantSource clock) {
        this.devices = devices;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** One reply for every event of the message. A failure to store throws, and the route tries again. */
    List<DeviceReply> reply(DeviceMessage message) {
        if (message.crowded()) {
            return List.of(refuse(message, null, CROWDED));
        }
        return DeviceMessageCodec.events(message.serial(), message.payload()).stream()
                .map(event -> reply(message, event))
                .toList();
    }

    /** The device has its event still and sends it again: it was not acknowledged. */
    List<DeviceReply> giveUp(DeviceMessage message) {
        return List.of(refuse(message, null, new Refusal("", "the server cannot store events now, send again later")));
    }

    private DeviceReply reply(DeviceMessage message, Decoded<DeviceEvent> decoded) {
        return switch (decoded) {
            case Refused<DeviceEvent>(Object seq, Refusal refusal) -> refuse(message, seq, refusal);
            case Understood<DeviceEvent>(DeviceEvent event) -> {
                Optional<Refusal> early = Freshness.ofEvent(event.deviceTime(), clock.instant());
                yield early.map(refusal -> refuse(message, Long.valueOf(event.key()), refusal))
                        .orElseGet(() -> store(message, event));
            }
        };
    }

    private DeviceReply store(DeviceMessage message, DeviceEvent event) {
        devices.record(event);
        return message.reply(DeviceReplies.acknowledged(event.key()));
    }

    private DeviceReply refuse(DeviceMessage message, @Nullable Object seq, Refusal refusal) {
        refusals.refused(message.topic(), refusal);
        return message.reply(DeviceReplies.refusedEvent(seq, refusal, clock.instant()));
    }
}
