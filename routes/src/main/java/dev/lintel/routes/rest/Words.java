package dev.lintel.routes.rest;

import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads single values of requests, and says which one is wrong. */
final class Words {
    private Words() {}

    static String required(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new RefusedException(field, "is missing");
        }
        return text;
    }

    static <E extends Enum<E>> @Nullable E choice(String field, Class<E> type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return WireName.parse(type, text)
                .orElseThrow(() -> new RefusedException(
                        field, Quoted.of(text) + " is unknown; it must be one of " + WireName.choices(type)));
    }

    static @Nullable Instant instant(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new RefusedException(
                    field,
                    Quoted.of(text) + " is no instant; write it in ISO 8601 with an offset, as 2026-11-22T08:30:00Z");
        }
    }

    static int within(String field, int number, int least, int most) {
        if (number < least || number > most) {
            throw new RefusedException(field, number + " is not from " + least + " to " + most);
        }
        return number;
    }
}
