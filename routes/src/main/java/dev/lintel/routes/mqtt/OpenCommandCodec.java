package dev.lintel.routes.mqtt;

import dev.lintel.domain.access.DoorOpener.OpenCommand;
import dev.lintel.routes.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** Writes what devices are told to open. */
final class OpenCommandCodec {
    private OpenCommandCodec() {}

    static byte[] bytes(OpenCommand command) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("command", "open");
        json.put("id", command.id());
        command.locks().forEach(json.putArray("locks")::add);
        json.put("expires", command.expires().toString());
        return Json.mapper().writeValueAsBytes(json);
    }
}
