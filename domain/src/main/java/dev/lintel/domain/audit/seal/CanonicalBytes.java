package dev.lintel.domain.audit.seal;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one byte form in which values are digested, version {@value #VERSION}. Each value is a letter for its type and, where
 * the length is not given by the type, its length; so no two different rows of values have the same bytes. It does not
 * depend on how the database spells a value: JSON is taken apart, and the fields of its objects are sorted.
 */
final class CanonicalBytes {
    /** Kept with every seal. Whoever changes the form gives it another number and keeps this one for old seals. */
    static final short VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    byte[] digest() {
        return Sha256.digest().digest(bytes.toByteArray());
    }

    /** As they are. */
    CanonicalBytes raw(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    CanonicalBytes text(@Nullable String value) {
        return value == null ? none() : sized('t', value);
    }

    CanonicalBytes number(@Nullable Number value) {
        return value == null ? none() : whole('n', value.longValue());
    }

    /** To the microsecond, as the database keeps instants. */
    CanonicalBytes instant(@Nullable Instant value) {
        if (value == null) {
            return none();
        }
        return whole(
                'i', Math.addExact(Math.multiplyExact(value.getEpochSecond(), 1_000_000L), value.getNano() / 1_000L));
    }

    CanonicalBytes list(List<?> values) {
        whole('l', values.size());
        for (Object value : values) {
            if (value instanceof Number number) {
                number(number);
            } else {
                text((String) value);
            }
        }
        return this;
    }

    CanonicalBytes json(@Nullable String value) {
        return value == null ? none() : json(JSON.readTree(value));
    }

    private CanonicalBytes json(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> {
                whole('l', node.size());
                node.forEach(this::json);
            }
            case STRING -> text(node.stringValue());
            case NUMBER -> sized('d', plain(node.decimalValue()));
            case BOOLEAN -> sized('b', node.asString());
            default -> none();
        }
        return this;
    }

    private void object(JsonNode node) {
        whole('o', node.size());
        List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(node.properties());
        fields.sort(Map.Entry.comparingByKey());
        for (Map.Entry<String, JsonNode> field : fields) {
            text(field.getKey());
            json(field.getValue());
        }
    }

    /** One spelling for one number: 1.50 and 1.5 are the same. */
    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toString();
    }

    private CanonicalBytes none() {
        bytes.write('0');
        return this;
    }

    private CanonicalBytes sized(char type, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        whole(type, utf8.length);
        return raw(utf8);
    }

    private CanonicalBytes whole(char type, long value) {
        bytes.write(type);
        return raw(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }
}
