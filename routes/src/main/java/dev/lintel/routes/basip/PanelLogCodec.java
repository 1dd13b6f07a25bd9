package dev.lintel.routes.basip;

import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.routes.wire.Fields;
import dev.lintel.routes.wire.Json;
import dev.lintel.routes.wire.Refusal;
import dev.lintel.routes.wire.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a push of logs: {@code {"events":[{created_at, category, code, priority, info}]}}. */
final class PanelLogCodec {
    /** Panels push up to 100. */
    private static final int MOST_EVENTS = 1000;

    /** 9999-12-31 in milliseconds; beyond it PostgreSQL and people lose count. */
    private static final long LATEST = 253_402_300_799_000L;

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private PanelLogCodec() {}

    /** What could be read, and what could not. One wrong event must not hold up the others: the panel would send all again for ever. */
    record Push(List<DeviceEvent> events, List<Refusal> refused) {}

    /** @throws RefusedException when it is no push of logs at all */
    static Push read(String serial, byte[] body) {
        JsonNode list = Fields.of(Json.read(body), "").get("events");
        if (list == null || !list.isArray()) {
            throw new RefusedException("events", "must be a list");
        }
        if (list.size() > MOST_EVENTS) {
            throw new RefusedException(
                    "events", "must have at most " + MOST_EVENTS + " entries, but has " + list.size());
        }
        List<DeviceEvent> events = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            try {
                events.add(event(serial, Fields.of(list.get(i), "events[" + i + "]")));
            } catch (RefusedException e) {
                refused.add(e.refusal());
            }
        }
        return new Push(events, refused);
    }

    private static DeviceEvent event(String serial, Fields fields) {
        long createdAt = fields.wholeNumber("created_at", 0, LATEST);
        String code = fields.text("code", 128);
        String category = fields.optionalText("category", 64);
        Map<String, Object> details = new TreeMap<>(fields.map("info"));
        String key = key(createdAt, code, details);
        String priority = fields.optionalText("priority", 64);
        if (priority != null) {
            details.putIfAbsent("priority", priority);
        }
        return new DeviceEvent(
                serial, key, category == null ? "" : category, code, Instant.ofEpochMilli(createdAt), details);
    }

    /** Panels do not number their events; what happened, and when, is what makes one the same. */
    private static String key(long createdAt, String code, @Nullable Map<String, Object> info) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((createdAt + "\n" + code + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(SORTED.writeValueAsBytes(info));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
