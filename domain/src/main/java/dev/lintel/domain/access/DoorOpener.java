package dev.lintel.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Tells a device to open: the way there is for the routes to know. */
public interface DoorOpener {
    /**
     * What a device is to do.
     *
     * @param id by which the device answers: an event of the category {@code command} with this {@code id} among its details
     * @param serial serial number of the device
     * @param locks numbers of its locks, from 1; not empty
     * @param expires from then on the device must not open any more
     */
    record OpenCommand(String id, String serial, List<Integer> locks, Instant expires) {
        public OpenCommand {
            locks = List.copyOf(locks);
        }
    }

    /** Sends the command on its way. Complete when it is with whoever delivers it; the device's answer comes later. */
    CompletableFuture<Void> send(OpenCommand command);
}
