package dev.lintel.domain.access;

import dev.lintel.domain.device.DeviceEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationEventPublisher;

/** Panels that note what they are told to open, and say at once what they are told to say. */
public final class ScriptedDoors implements DoorOpener {
    private final ApplicationEventPublisher events;
    private final InstantSource clock;
    private final List<OpenCommand> commands = new CopyOnWriteArrayList<>();
    private volatile String answer = "command_done";

    public ScriptedDoors(ApplicationEventPublisher events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Void> send(OpenCommand command) {
        commands.add(command);
        events.publishEvent(new DeviceEvent.Recorded(new DeviceEvent(
                command.serial(), command.id(), "command", answer, clock.instant(), Map.of("id", command.id()))));
        return CompletableFuture.completedFuture(null);
    }

    public List<OpenCommand> commands() {
        return commands;
    }

    /** @param code of the event by which panels answer from now on */
    public void answer(String code) {
        answer = code;
    }
}
