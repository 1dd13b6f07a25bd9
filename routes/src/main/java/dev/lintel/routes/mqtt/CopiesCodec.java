package dev.lintel.routes.mqtt;

import dev.lintel.domain.sync.CopyKind;
import dev.lintel.domain.sync.Parcel;
import dev.lintel.domain.sync.Parcels.Copied;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what devices are to keep for themselves, and reads what they say of it. Unreadable words of theirs are passed over. */
final class CopiesCodec {
    private static final int LONGEST_REASON = 200;

    private CopiesCodec() {}

    /** @param held digests by record; null for what was deleted */
    record Answer(Map<Copied, @Nullable String> held, Map<Copied, String> refused) {}

    static byte[] bytes(Parcel parcel) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("command", "copies");
        ArrayNode store = json.putArray("store");
        for (Parcel.Stored stored : parcel.store()) {
            ObjectNode copy = store.addObject();
            copy.put("kind", WireName.of(stored.kind()));
            copy.put("digest", stored.digest());
            copy.setAll((ObjectNode) Json.mapper().valueToTree(stored.content()));
        }
        ArrayNode forget = json.putArray("forget");
        parcel.forget()
                .forEach(key ->
                        forget.addObject().put("kind", WireName.of(key.kind())).put("id", key.record()));
        return Json.mapper().writeValueAsBytes(json);
    }

    static Answer answer(Map<String, Object> details) {
        Map<Copied, @Nullable String> held = new HashMap<>();
        Map<Copied, String> refused = new HashMap<>();
        each(details, "stored", (copied, item) -> {
            if (item.get("digest") instanceof String digest) {
                held.put(copied, digest);
            }
        });
        each(details, "forgotten", (copied, item) -> held.put(copied, null));
        each(details, "refused", (copied, item) -> {
            String reason = String.valueOf(item.get("reason"));
            refused.put(copied, reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
        });
        return new Answer(held, refused);
    }

    private interface Taker {
        void take(Copied copied, Map<?, ?> item);
    }

    private static void each(Map<String, Object> details, String list, Taker taker) {
        if (details.get(list) instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> copy
                        && copy.get("kind") instanceof String kind
                        && copy.get("id") instanceof String id) {
                    Optional<CopyKind> known = WireName.parse(CopyKind.class, kind);
                    known.ifPresent(of -> taker.take(new Copied(of, id), copy));
                }
            }
        }
    }
}
