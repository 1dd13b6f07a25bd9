package dev.lintel.routes.mqtt;

import dev.lintel.domain.access.AccessAnswer;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.Verdict;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Json;
import dev.lintel.routes.wire.Refusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes what devices are told: records to bytes. */
final class DeviceReplies {
    private DeviceReplies() {}

    /** @param sentence the decision as a person would say it */
    static byte[] answer(DoorRequest request, AccessAnswer answer, String sentence) {
        Decision decision = answer.decision();
        ObjectNode json = verdict(request.id(), decision.verdict(), WireName.of(decision.reason()), decision.locks());
        json.put("sentence", sentence);
        json.putPOJO("until", decision.until() == null ? null : decision.until().toString());
        json.putPOJO("logId", answer.logId());
        json.put("repeated", answer.repeated());
        return bytes(json);
    }

    /** A request that was not understood is a denied one: a device that looks at the verdict alone does the right thing. */
    static byte[] refusedRequest(@Nullable Object id, Refusal refusal, Instant now) {
        ObjectNode json = verdict(id, Verdict.DENY, "refused", List.of());
        return bytes(error(json, refusal, now));
    }

    static byte[] acknowledged(String seq) {
        return bytes(Json.mapper().createObjectNode().put("ack", Long.parseLong(seq)));
    }

    static byte[] refusedEvent(@Nullable Object seq, Refusal refusal, Instant now) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.putPOJO("seq", seq);
        return bytes(error(json, refusal, now));
    }

    private static ObjectNode verdict(@Nullable Object id, Verdict verdict, String reason, List<Integer> locks) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.putPOJO("id", id);
        json.put("verdict", WireName.of(verdict));
        json.put("reason", reason);
        locks.forEach(json.putArray("locks")::add);
        return json;
    }

    private static ObjectNode error(ObjectNode json, Refusal refusal, Instant now) {
        json.putObject("error").put("field", refusal.field()).put("reason", refusal.reason());
        return json.put("serverTime", now.toString());
    }

    private static byte[] bytes(ObjectNode json) {
        return Json.mapper().writeValueAsBytes(json);
    }
}
