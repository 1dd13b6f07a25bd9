package dev.lintel.domain.site;

import dev.lintel.domain.device.Position;
import dev.lintel.domain.wire.WireName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one record and notes what is wrong with them. A field that cannot be read gives a stand-in, so that all
 * problems of a line are found at once; the record is used only when there was none.
 */
final class SiteLine {
    /** Stands for a text that could not be read; no text that can be read has a control character. */
    static final String STAND_IN = "\0";

    private static final int MOST_CHARACTERS = 200;
    private static final int LONGEST_QUOTE = 60;

    private final int line;
    private final String prefix;
    private final JsonNode record;
    private final List<SiteProblem> problems;
    private final Set<String> read = new HashSet<>();

    SiteLine(int line, String prefix, JsonNode record, List<SiteProblem> problems) {
        this.line = line;
        this.prefix = prefix;
        this.record = record;
        this.problems = problems;
    }

    int number() {
        return line;
    }

    void problem(String field, String reason) {
        problems.add(new SiteProblem(line, prefix + field, reason));
    }

    static String quote(String text) {
        String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return '"' + cut.replaceAll("\\p{Cntrl}", "?") + '"';
    }

    private static String quote(JsonNode value) {
        return quote(value.isString() ? value.stringValue() : value.toString());
    }

    private @Nullable JsonNode value(String field) {
        read.add(field);
        JsonNode value = record.get(field);
        return value == null || value.isNull() ? null : value;
    }

    /** Names every field that nobody asked for. */
    void reportUnknownFields() {
        for (String field : record.propertyNames()) {
            if (!read.contains(field)) {
                problem(field, "is not a field of this kind of record");
            }
        }
    }

    @Nullable
    String optionalText(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            problem(field, "must be text, not " + quote(value));
            return null;
        }
        String text = value.stringValue();
        if (text.isBlank()
                || text.length() > MOST_CHARACTERS
                || text.codePoints().anyMatch(Character::isISOControl)) {
            problem(
                    field,
                    "must have 1 to " + MOST_CHARACTERS + " characters and no control characters: " + quote(text));
            return null;
        }
        return text;
    }

    /** Text of several lines. */
    @Nullable
    String optionalLines(String field, int mostCharacters) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        String text = value.isString() ? value.stringValue() : "";
        boolean isPlain = text.codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n');
        if (text.isBlank() || text.length() > mostCharacters || !isPlain) {
            problem(field, "must be text of 1 to " + mostCharacters + " characters, not " + quote(value));
            return null;
        }
        return text;
    }

    String text(String field) {
        String text = optionalText(field);
        if (text == null && !record.hasNonNull(field)) {
            problem(field, "is missing");
        }
        return text == null ? STAND_IN : text;
    }

    String text(String field, String otherwise) {
        String text = optionalText(field);
        return text == null ? otherwise : text;
    }

    /** An id of a record, which must do in addresses and comma-separated lists. */
    String id(String field) {
        String id = text(field);
        if (id.codePoints().anyMatch(c -> c == ',' || Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            problem(field, "must have no blanks and no commas: " + quote(id));
        }
        return id;
    }

    List<String> texts(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> texts.add(item.isString() ? item.stringValue() : ""));
        }
        if (!value.isArray() || texts.contains("")) {
            problem(field, "must be a list of ids, not " + quote(value));
            return List.of();
        }
        if (Set.copyOf(texts).size() < texts.size()) {
            problem(field, "names one id twice: " + quote(value));
        }
        return texts;
    }

    boolean bool(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isBoolean()) {
            problem(field, "must be true or false, not " + quote(value));
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    @Nullable
    Integer optionalInteger(String field, int least, int most) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            problem(field, "must be a whole number from " + least + " to " + most + ", not " + quote(value));
            return null;
        }
        return value.intValue();
    }

    /** A number of degrees to either side of zero. */
    @Nullable
    Double optionalDegrees(String field, int most) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber() || !Position.isWithin(value.doubleValue(), most)) {
            problem(field, "must be a number from -" + most + " to " + most + ", not " + quote(value));
            return null;
        }
        return value.doubleValue();
    }

    int integer(String field, int least, int most, int otherwise) {
        Integer number = optionalInteger(field, least, most);
        return number == null ? otherwise : number;
    }

    @Nullable
    <E extends Enum<E>> E optionalChoice(String field, Class<E> type) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (value.isString() && WireName.of(constant).equals(value.stringValue())) {
                return constant;
            }
        }
        problem(field, "must be one of " + WireName.choices(type) + ", not " + quote(value));
        return null;
    }

    <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
        E chosen = optionalChoice(field, type);
        return chosen == null ? otherwise : chosen;
    }

    @Nullable
    Instant instant(String field) {
        String text = optionalText(field);
        if (text == null) {
            return null;
        }
        try {
            // finer than the database keeps would make every later comparison find a change
            return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException wrong) {
            problem(field, "must be an instant such as 2026-01-01T00:00:00Z, not " + quote(text));
            return null;
        }
    }

    @Nullable
    LocalDateTime localDateTime(String field) {
        String text = optionalText(field);
        if (text == null) {
            return null;
        }
        try {
            LocalDateTime time = text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
            if (time.getYear() >= 1900 && time.getYear() <= 2999) {
                return time.truncatedTo(ChronoUnit.SECONDS);
            }
        } catch (DateTimeException wrong) {
            // said below, together with years that nobody means
        }
        problem(field, "must be a local time such as 2026-01-05T09:00, not " + quote(text));
        return null;
    }

    @Nullable
    ZoneId zone(String field) {
        String text = optionalText(field);
        if (text == null) {
            return null;
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException wrong) {
            problem(field, "must be a time zone such as Europe/London, not " + quote(text));
            return null;
        }
    }

    /** The records in a list. */
    List<SiteLine> records(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isObject)) {
            problem(field, "must be a list of records, not " + quote(value));
            return List.of();
        }
        List<SiteLine> records = new ArrayList<>();
        value.forEach(
                item -> records.add(new SiteLine(line, prefix + field + "[" + records.size() + "].", item, problems)));
        return records;
    }

    /** A record inside the record; null with a problem when there is none. */
    @Nullable
    SiteLine record(String field) {
        JsonNode value = value(field);
        if (value == null || !value.isObject()) {
            problem(field, value == null ? "is missing" : "must be a record, not " + quote(value));
            return null;
        }
        return new SiteLine(line, prefix + field + ".", value, problems);
    }

    boolean has(String field) {
        return record.hasNonNull(field);
    }
}
