package dev.lintel.domain.access;

import dev.lintel.domain.access.DoorOpener.OpenCommand;
import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.wire.NewId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Has devices open their locks, and waits a little for them to say that they did. */
@Component
class OpenedDoors implements NodeChannel {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedDoors.class);

    /** PostgreSQL channel on which the node that hears a device tells the one that waits for it. */
    private static final String CHANNEL = "lintel_commands";

    private static final String CATEGORY = "command";
    private static final String DONE = "command_done";
    private static final int LONGEST_ID = 64;

    /** Nobody stands at a door for longer without trying again. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final DoorOpener opener;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();

    OpenedDoors(DoorOpener opener, JdbcTemplate jdbc, InstantSource clock) {
        this.opener = opener;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of it. */
    enum Result {
        OPENED,
        /** The device says that it could not. */
        FAILED,
        /** The device says nothing; it may have opened nevertheless. */
        NO_ANSWER
    }

    Result open(String serial, List<Integer> locks) {
        OpenCommand command =
                new OpenCommand(NewId.next(), serial, locks, clock.instant().plus(PATIENCE));
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        String key = key(command.serial(), command.id());
        waiting.put(key, answer);
        try {
            boolean done =
                    opener.send(command).thenCompose(sent -> answer).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return done ? Result.OPENED : Result.FAILED;
        } catch (TimeoutException silent) {
            return Result.NO_ANSWER;
        } catch (ExecutionException failure) {
            LOG.warn("a command to open could not be sent", failure.getCause());
            return Result.NO_ANSWER;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Result.NO_ANSWER;
        } finally {
            waiting.remove(key);
        }
    }

    /** Told with the commit of the event, to this node as well. */
    @EventListener
    void recorded(DeviceEvent.Recorded recorded) {
        DeviceEvent event = recorded.event();
        if (event.category().equals(CATEGORY)
                && event.details().get("id") instanceof String id
                && id.length() <= LONGEST_ID) {
            String payload = (event.code().equals(DONE) ? "+" : "-") + key(event.serial(), id);
            jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, payload);
        }
    }

    /** A device answers for itself only. */
    private static String key(String serial, String id) {
        return serial + " " + id;
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public void heard(String payload) {
        CompletableFuture<Boolean> answer = waiting.get(payload.substring(1));
        if (answer != null) {
            answer.complete(payload.startsWith("+"));
        }
    }
}
