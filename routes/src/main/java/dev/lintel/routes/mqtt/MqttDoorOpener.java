package dev.lintel.routes.mqtt;

import dev.lintel.domain.access.DoorOpener;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Tells devices to open on their topic for commands. The broker forgets a command that comes too late. */
@Component
final class MqttDoorOpener implements DoorOpener {
    private final MqttConnection connection;
    private final InstantSource clock;

    MqttDoorOpener(MqttConnection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Void> send(OpenCommand command) {
        AcsTopic topic = new AcsTopic(command.serial(), AcsTopic.Channel.COMMAND);
        Duration left = Duration.between(clock.instant(), command.expires());
        return connection.send(new DeviceReply(topic.toString(), OpenCommandCodec.bytes(command), null), left);
    }
}
