package dev.lintel.routes.wire;

import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object. Fields nobody asks for are passed over, so that a newer device can talk to an older server. */
public final class Fields {
    private final JsonNode object;
    private final String path;

    private Fields(JsonNode object, String path) {
        this.object = object;
        this.path = path;
    }

    /** @param path where the object stands in the message, for refusals; empty for the message itself */
    public static Fields of(JsonNode node, String path) {
        if (!node.isObject()) {
            throw new RefusedException(path, "must be an object, but is " + kindOf(node));
        }
        return new Fields(node, path);
    }

    public Fields object(String name) {
        return of(required(name), name(name));
    }

    public String text(String name, int longest) {
        String text = optionalText(name, longest);
        if (text == null) {
            throw new RefusedException(name(name), "is missing");
        }
        if (text.isBlank()) {
            throw new RefusedException(name(name), "must not be empty");
        }
        return text;
    }

    public @Nullable String optionalText(String name, int longest) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw new RefusedException(name(name), "must be a text, but is " + kindOf(node));
        }
        String text = node.stringValue();
        if (text.length() > longest) {
            throw new RefusedException(
                    name(name), "must have at most " + longest + " characters, but has " + text.length());
        }
        return storable(name, text);
    }

    public long wholeNumber(String name, long least, long most) {
        JsonNode node = required(name);
        if (!node.isIntegralNumber()) {
            throw new RefusedException(name(name), "must be a whole number, but is " + kindOf(node));
        }
        if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
            throw new RefusedException(name(name), "must be from " + least + " to " + most);
        }
        return node.longValue();
    }

    public Instant instant(String name) {
        String text = text(name, 64);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new RefusedException(
                    name(name),
                    Quoted.of(text) + " is no instant; write it in ISO 8601 with an offset, as 2026-11-22T08:30:00Z");
        }
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return choice(name, EnumSet.allOf(type));
    }

    /** One of some constants. */
    public <E extends Enum<E>> E choice(String name, Set<E> among) {
        String text = text(name, 64);
        return WireName.parse(among.iterator().next().getDeclaringClass(), text)
                .filter(among::contains)
                .orElseThrow(() -> new RefusedException(
                        name(name),
                        Quoted.of(text) + " is unknown; it must be one of "
                                + among.stream().map(WireName::of).collect(Collectors.joining(", "))));
    }

    /** Everything below an optional object field, as plain Java values. */
    public Map<String, Object> map(String name) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return Map.of();
        }
        if (!node.isObject()) {
            throw new RefusedException(name(name), "must be an object, but is " + kindOf(node));
        }
        checkTexts(name, node);
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                values.put(field.getKey(), Json.mapper().treeToValue(field.getValue(), Object.class));
            }
        });
        return values;
    }

    public @Nullable JsonNode get(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    /** The full name of a field of this object. */
    public String name(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** What a person would call this piece of JSON. */
    public static String kindOf(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case NUMBER -> node.isIntegralNumber() ? "a whole number" : "a fraction";
            case BOOLEAN -> "true or false";
            default -> "nothing";
        };
    }

    private void checkTexts(String name, JsonNode node) {
        if (node.isString()) {
            storable(name, node.stringValue());
        }
        node.properties().forEach(field -> storable(name, field.getKey()));
        node.forEach(child -> checkTexts(name, child));
    }

    /** PostgreSQL keeps neither NUL nor half a surrogate pair. */
    private String storable(String name, String text) {
        if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            throw new RefusedException(name(name), "has a character that is no text");
        }
        return text;
    }

    private JsonNode required(String name) {
        JsonNode node = get(name);
        if (node == null) {
            throw new RefusedException(name(name), "is missing");
        }
        return node;
    }
}
