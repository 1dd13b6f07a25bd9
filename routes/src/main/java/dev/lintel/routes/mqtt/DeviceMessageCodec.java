package dev.lintel.routes.mqtt;

import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.device.DeviceEvent;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.routes.mqtt.Decoded.Refused;
import dev.lintel.routes.mqtt.Decoded.Understood;
import dev.lintel.routes.wire.Fields;
import dev.lintel.routes.wire.Json;
import dev.lintel.routes.wire.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what devices send: bytes to records, without side effects. Whatever the bytes, there is an answer. */
final class DeviceMessageCodec {
    /** The largest message that is looked at, in bytes. */
    static final int LARGEST = 64 * 1024;

    /** The most events that one message may carry. */
    static final int MOST_EVENTS = 100;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private DeviceMessageCodec() {}

    static Decoded<DoorRequest> request(byte[] payload) {
        String id = null;
        try {
            Fields fields = Fields.of(json(payload), "");
            id = id(fields);
            Fields identifier = fields.object("identifier");
            return new Understood<>(new DoorRequest(
                    id,
                    fields.optionalText("accessPoint", 200),
                    lock(fields),
                    identifier.choice("type", IdentifierType.SHOWN),
                    identifier.text("value", 200),
                    fields.instant("at"),
                    language(fields)));
        } catch (RefusedException e) {
            return new Refused<>(id, e.refusal());
        }
    }

    /** One result for every event of the message, in its order; a message that is no event at all gives one refusal. */
    static List<Decoded<DeviceEvent>> events(String serial, byte[] payload) {
        try {
            JsonNode message = json(payload);
            if (!message.isArray()) {
                return List.of(event(serial, message, ""));
            }
            if (message.isEmpty() || message.size() > MOST_EVENTS) {
                throw new RefusedException("", "must have 1 to " + MOST_EVENTS + " events, but has " + message.size());
            }
            List<Decoded<DeviceEvent>> events = new ArrayList<>();
            for (int i = 0; i < message.size(); i++) {
                events.add(event(serial, message.get(i), "[" + i + "]"));
            }
            return events;
        } catch (RefusedException e) {
            return List.of(new Refused<>(null, e.refusal()));
        }
    }

    /** Whether the device says that it is there; empty when it says something else. */
    static Optional<Boolean> online(byte[] payload) {
        String word = payload.length > 16 ? "" : new String(payload, StandardCharsets.UTF_8).strip();
        if (word.equals("online") || word.equals("offline")) {
            return Optional.of(word.equals("online"));
        }
        try {
            JsonNode online = Fields.of(json(payload), "").get("online");
            return online != null && online.isBoolean() ? Optional.of(online.booleanValue()) : Optional.empty();
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static Decoded<DeviceEvent> event(String serial, JsonNode node, String path) {
        Long seq = null;
        try {
            Fields fields = Fields.of(node, path);
            seq = fields.wholeNumber("seq", 0, Long.MAX_VALUE);
            return new Understood<>(new DeviceEvent(
                    serial,
                    Long.toString(seq),
                    fields.text("category", 64),
                    fields.text("code", 128),
                    fields.instant("at"),
                    fields.map("info")));
        } catch (RefusedException e) {
            return new Refused<>(seq, e.refusal());
        }
    }

    private static JsonNode json(byte[] payload) {
        if (payload.length == 0) {
            throw new RefusedException("", "the message is empty");
        }
        if (payload.length > LARGEST) {
            throw new RefusedException(
                    "", "the message must have at most " + LARGEST + " bytes, but has " + payload.length);
        }
        return Json.read(payload);
    }

    private static String id(Fields fields) {
        String id = fields.text("id", 64);
        if (!ID.matcher(id).matches()) {
            throw new RefusedException("id", "must be 1 to 64 letters, digits, dots, dashes, colons or underscores");
        }
        return id;
    }

    private static @Nullable Integer lock(Fields fields) {
        JsonNode lock = fields.get("lock");
        if (lock == null) {
            return null;
        }
        if (lock.isString() && lock.stringValue().equals("all")) {
            return AccessRequest.ALL_LOCKS;
        }
        if (!lock.isIntegralNumber()) {
            throw new RefusedException("lock", "must be a whole number or \"all\", but is " + Fields.kindOf(lock));
        }
        return (int) fields.wholeNumber("lock", 1, 1000);
    }

    private static @Nullable Locale language(Fields fields) {
        String tag = fields.optionalText("lang", 16);
        if (tag == null) {
            return null;
        }
        try {
            return new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            throw new RefusedException("lang", "must be a language tag as en, ru or uk");
        }
    }
}
