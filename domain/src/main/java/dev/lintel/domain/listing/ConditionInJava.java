package dev.lintel.domain.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a condition of a record in memory: news of a list that somebody is looking at. */
final class ConditionInJava {
    private ConditionInJava() {}

    static <T> boolean holds(Condition<T> condition, T record, Instant now) {
        Object value = condition.field().value().apply(record);
        return switch (condition.operator()) {
            case IS -> equal(condition, value);
            case IS_NOT -> !equal(condition, value);
            case HAS -> has(condition, value);
            case HAS_NOT -> !has(condition, value);
            case EMPTY -> isEmpty(value);
            case FILLED -> !isEmpty(value);
            default -> value != null && isWithin(condition, value, now);
        };
    }

    private static boolean equal(Condition<?> condition, @Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Collection<?> several -> several.stream().anyMatch(condition.values()::contains);
            case String text
            when condition.field().type() instanceof FieldType.Text(boolean lines) ->
                (lines ? lower(text).lines() : Stream.of(lower(text)))
                        .anyMatch(lower(condition.values().getFirst())::equals);
            default -> condition.values().contains(value);
        };
    }

    private static boolean has(Condition<?> condition, @Nullable Object value) {
        return value != null && lower(value).contains(lower(condition.values().getFirst()));
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.equals("") || value instanceof Collection<?> several && several.isEmpty();
    }

    private static boolean isWithin(Condition<?> condition, Object value, Instant now) {
        List<Object> values = condition.values();
        return switch (condition.operator()) {
            case LESS -> compare(value, values.getFirst()) < 0;
            case AT_LEAST -> compare(value, values.getFirst()) >= 0;
            case GREATER -> compare(value, values.getFirst()) > 0;
            case AT_MOST -> compare(value, values.getFirst()) <= 0;
            case BETWEEN -> compare(value, values.get(0)) >= 0 && compare(value, values.get(1)) < 0;
            case LAST -> compare(value, now.minus((Duration) values.getFirst())) >= 0 && compare(value, now) <= 0;
            default -> throw new IllegalArgumentException("no comparison: " + condition.operator());
        };
    }

    private static int compare(Object value, Object other) {
        return value instanceof Instant moment
                ? moment.compareTo((Instant) other)
                : Long.compare((Long) value, (Long) other);
    }

    private static String lower(Object text) {
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
