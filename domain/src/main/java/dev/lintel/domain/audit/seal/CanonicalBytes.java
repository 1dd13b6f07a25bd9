package dev.lintel.domain.audit.seal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one byte form in which values are digested, version {@value #VERSION}. Each value is a letter for its type and, where
 * the length is not given by the type, its length; so no two different rows of values have the same bytes. It does not
 * depend on how the database spells a value: JSON is taken apart, and the fields of its objects are sorted.
 */
final class CanonicalBytes {
    /** Kept with every seal. Whoever changes the form gives it another number and keeps this one for old seals. */
    static final short VERSION = 1;

    private final ByteSpace bytes = new ByteSpace();

    byte[] digest() {
        return bytes.digest();
    }

    /** As they are. */
    CanonicalBytes raw(byte[] value) {
        bytes.add(value);
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
        if (value == null) {
            return none();
        }
        CanonicalJson.write(value, this, bytes);
        return this;
    }

    /** One spelling for one number: 1.50 and 1.5 are the same. */
    CanonicalBytes decimal(BigDecimal number) {
        return sized('d', number.stripTrailingZeros().toString());
    }

    CanonicalBytes truth(boolean value) {
        return sized('b', Boolean.toString(value));
    }

    CanonicalBytes none() {
        bytes.add((byte) '0');
        return this;
    }

    private CanonicalBytes sized(char type, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        whole(type, utf8.length);
        return raw(utf8);
    }

    private CanonicalBytes whole(char type, long value) {
        bytes.add((byte) type);
        bytes.add(value);
        return this;
    }
}
