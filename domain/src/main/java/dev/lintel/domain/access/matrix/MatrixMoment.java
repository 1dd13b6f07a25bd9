package dev.lintel.domain.access.matrix;

import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.ListingRefusedException;
import dev.lintel.domain.listing.Operator;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would be asked at each door.
 *
 * @param at the moment
 * @param asked the moment as it was written; null when it was not given
 * @param accessPoint the direction; null asks for each that restrictions tell from others
 * @param lock its number; null asks for all of a way
 */
public record MatrixMoment(
        Instant at,
        @Nullable String asked,
        @Nullable String accessPoint,
        @Nullable Integer lock) {
    static final MatrixMoment NONE = new MatrixMoment(Instant.EPOCH, null, null, null);

    /** The names under which it is asked for. */
    static final String AT = "at";

    static final String ACCESS_POINT = "accessPoint";
    static final String LOCK = "lock";

    /**
     * Reads it from a query.
     *
     * @throws ListingRefusedException with what is wrong
     */
    static MatrixMoment of(ListQuery<MatrixCell> query, Instant now) {
        String asked = value(query, AT);
        String lock = value(query, LOCK);
        try {
            Instant at = asked == null ? now : (Instant) new FieldType.Moment().read(asked);
            return new MatrixMoment(at, asked, value(query, ACCESS_POINT), lock == null ? null : number(lock));
        } catch (IllegalArgumentException wrong) {
            throw new ListingRefusedException(AT, String.valueOf(wrong.getMessage()));
        }
    }

    private static int number(String text) {
        if (text.matches("[1-9]\\d?")) {
            return Integer.parseInt(text);
        }
        throw new ListingRefusedException(LOCK, "must be the number of a lock, from 1");
    }

    private static @Nullable String value(ListQuery<MatrixCell> query, String field) {
        List<String> values = Stream.concat(query.narrowing().stream(), query.filter().conditions().stream())
                .filter(condition -> condition.field().key().equals(field))
                .map(condition -> only(condition, field))
                .distinct()
                .toList();
        if (values.size() > 1) {
            throw new ListingRefusedException(field, "can be one only");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private static String only(Condition<MatrixCell> condition, String field) {
        if (condition.operator() != Operator.IS || condition.values().size() != 1) {
            throw new ListingRefusedException(field, "can be one only");
        }
        return condition.texts().getFirst();
    }
}
