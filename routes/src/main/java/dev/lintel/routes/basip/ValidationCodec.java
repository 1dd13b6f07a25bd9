package dev.lintel.routes.basip;

import dev.lintel.domain.access.AccessFacts.DeviceFact;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.routes.wire.Fields;
import dev.lintel.routes.wire.Json;
import dev.lintel.routes.wire.RefusedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Remote validation, as in "Access management, remote control settings" of developers.bas-ip.com: the panel posts
 * {@code {"identifier_number","identifier_type"}} and waits ten seconds for a verdict.
 */
final class ValidationCodec {
    /** In an answer: both locks, or however many the panel has. */
    private static final int ALL_LOCKS = 0;

    private ValidationCodec() {}

    /**
     * What was presented.
     *
     * @param type empty when the panel names a type that the server does not have
     */
    record Presented(Optional<IdentifierType> type, String number) {}

    /** @throws RefusedException when it is no such message */
    static Presented read(byte[] body) {
        Fields fields = Fields.of(Json.read(body), "");
        return new Presented(
                PanelIdentifierType.of(fields.text("identifier_type", 64)), fields.text("identifier_number", 200));
    }

    /** The panel is to decide by its own list. */
    static byte[] notHandled() {
        return Json.mapper().writeValueAsBytes(Json.mapper().createObjectNode().put("handled", false));
    }

    static byte[] denied() {
        return handled(false, null);
    }

    /** @param device null when the device is unknown, which is always a denial */
    static byte[] answer(Decision decision, @Nullable DeviceFact device) {
        if (!decision.isGranted() || device == null || decision.locks().isEmpty()) {
            return denied();
        }
        return handled(true, lockNumber(decision.locks(), device.locks()));
    }

    /**
     * The one lock number that an answer has room for. All locks of the panel are 0. Several but not all cannot be said:
     * then it is the first of them, because a lock that was not granted must not open.
     */
    static int lockNumber(List<Integer> granted, int locksOfDevice) {
        boolean all = locksOfDevice > 1 && granted.size() == locksOfDevice;
        return all ? ALL_LOCKS : granted.getFirst();
    }

    private static byte[] handled(boolean granted, @Nullable Integer lock) {
        ObjectNode json = Json.mapper().createObjectNode().put("handled", true);
        ObjectNode access = json.putObject("access").put("granted", granted);
        if (lock != null) {
            access.put("lock_number", lock);
        }
        return Json.mapper().writeValueAsBytes(json);
    }
}
