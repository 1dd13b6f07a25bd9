package dev.lintel.domain.device;

import dev.lintel.domain.permission.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The devices of the server: which there are, which are alive, and how they prove who they are. */
@Service
public class DeviceRegistry {
    /** The devices of the project (null: of all projects visible to the actor), by group path and name. */
    public List<DeviceStatus> list(Actor actor, @Nullable Long project) {
        throw new UnsupportedOperationException();
    }

    /** Makes new secrets for a device; the old ones stop working at once. Empty when there is no such device to see. */
    public Optional<IssuedCredential> issueCredential(Actor actor, String serial) {
        throw new UnsupportedOperationException();
    }

    /** Whether this is the device's password. Takes the same time whether or not the device exists. */
    public boolean authenticate(String serial, String password) {
        throw new UnsupportedOperationException();
    }

    /** The serial number of the device whose URL token this is. */
    public Optional<String> serialOfUrlToken(String urlToken) {
        throw new UnsupportedOperationException();
    }

    /** A sign of life, or the last will, of a device. Unknown serial numbers are passed over. */
    public void seen(String serial, boolean online) {
        throw new UnsupportedOperationException();
    }

    /**
     * Stores an event once however often it comes. Committed when this returns.
     *
     * @return false when the event was known already
     */
    public boolean record(DeviceEvent event) {
        throw new UnsupportedOperationException();
    }
}
