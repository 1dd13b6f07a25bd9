package dev.lintel.domain.access;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Decisions that people and programs ask for. A device out of their reach is a device that does not exist. */
@Service
public class AskedDecisions {
    private final AccessService access;
    private final AccessDirectory directory;

    AskedDecisions(AccessService access, AccessDirectory directory) {
        this.access = access;
        this.directory = directory;
    }

    /** Decides without recording or counting anything. */
    public AccessAnswer explain(Actor actor, AccessRequest request) {
        Reach reach = actor.requireReach(Permission.DECISION_EXPLAIN);
        return access.explain(directory.reaches(reach, request.deviceSerial()) ? request : nowhere(request));
    }

    /**
     * A pass as at a real door: logged and counted, and whoever asked is to open the locks. Never recorded for a device
     * out of reach.
     *
     * @param key asked again with the same one, the answer is repeated and nothing counted twice
     */
    public AccessAnswer open(Actor actor, AccessRequest request, @Nullable String key) {
        Reach reach = actor.requireReach(Permission.DEVICE_OPEN_LOCK);
        if (!directory.reaches(reach, request.deviceSerial())) {
            return access.explain(nowhere(request));
        }
        String requestId = key == null ? null : actor.name() + "/" + key;
        return access.ask(request, new RequestOrigin(Channel.REST, requestId, null));
    }

    /** The same request at a device that nobody has: what is out of reach must look like nothing. */
    private static AccessRequest nowhere(AccessRequest request) {
        return new AccessRequest(
                "", request.accessPoint(), request.lock(), request.type(), request.value(), request.at());
    }
}
