package dev.lintel.domain.audit.seal;

import dev.lintel.domain.audit.seal.ByteSpace.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON in the canonical form while it is read, without a tree of it in memory. Fields stand as they come at first,
 * and are put in order when their object ends.
 */
final class CanonicalJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Comparator<Field> BY_NAME = Comparator.comparing(Field::name);

    private final JsonParser parser;
    private final CanonicalBytes values;
    private final ByteSpace bytes;

    private record Field(String name, Slice slice) {}

    private CanonicalJson(JsonParser parser, CanonicalBytes values, ByteSpace bytes) {
        this.parser = parser;
        this.values = values;
        this.bytes = bytes;
    }

    /** @param values writes into these bytes */
    static void write(String json, CanonicalBytes values, ByteSpace bytes) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            new CanonicalJson(parser, values, bytes).value();
        }
    }

    private void value() {
        switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> values.text(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> values.decimal(parser.getDecimalValue());
            case VALUE_TRUE -> values.truth(true);
            case VALUE_FALSE -> values.truth(false);
            default -> values.none();
        }
    }

    private void list() {
        int size = sizeOf('l');
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            value();
            count++;
        }
        bytes.set(size, count);
    }

    private void object() {
        int size = sizeOf('o');
        int start = bytes.length();
        List<Field> fields = new ArrayList<>();
        boolean sorted = true;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int from = bytes.length();
            values.text(name);
            parser.nextToken();
            value();
            sorted = sorted && (fields.isEmpty() || fields.getLast().name().compareTo(name) < 0);
            fields.add(new Field(name, new Slice(from, bytes.length())));
        }
        bytes.set(size, fields.size());
        if (!sorted) {
            fields.sort(BY_NAME);
            bytes.reorder(start, fields.stream().map(Field::slice).toList());
        }
    }

    /** @return where the size is to stand once it is known */
    private int sizeOf(char type) {
        bytes.add((byte) type);
        bytes.add(0L);
        return bytes.length() - Long.BYTES;
    }
}
