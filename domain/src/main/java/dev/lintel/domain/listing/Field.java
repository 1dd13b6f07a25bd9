package dev.lintel.domain.listing;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that records of a list can be asked for by, and perhaps sorted by.
 *
 * @param key its name in addresses and requests
 * @param sql what it is compared by in the database; comes from the code, never from people
 * @param order what it is sorted by; null when an order by it would say nothing
 * @param optional whether a record may have none
 * @param value what a record has, of the type that {@link FieldType#read} gives; many are a collection
 */
public record Field<T>(
        String key,
        FieldType type,
        String sql,
        @Nullable Order order,
        boolean optional,
        Function<T, ? extends @Nullable Object> value) {
    /**
     * What rows are ordered by.
     *
     * @param sql an expression of the type, from the code
     */
    public record Order(String sql, FieldType type) {}

    public Field {
        if (!key.matches("[a-z][a-zA-Z0-9]{0,39}")) {
            throw new IllegalArgumentException("a field cannot be called \"" + key + "\"");
        }
        if (optional && type instanceof FieldType.Reference(boolean several) && several) {
            throw new IllegalArgumentException(key + ": whether there are any references is a field of its own");
        }
    }

    /** A text that is compared in any case, and sorted as people do: flat 2 before flat 10. */
    public static <T> Field<T> text(String key, String column, Function<T, @Nullable String> value) {
        FieldType type = new FieldType.Text(false);
        return new Field<>(
                key, type, "lower(" + column + ")", new Order(column + " collate people", type), false, value);
    }

    /**
     * Several texts, any of which may be what is looked for. Cannot be sorted by.
     *
     * @param column holds them in lower case, one a line
     * @param value gives them one a line, too
     */
    public static <T> Field<T> texts(String key, String column, Function<T, @Nullable String> value) {
        return new Field<>(key, new FieldType.Text(true), column, null, false, value);
    }

    public static <T> Field<T> number(String key, String column, Function<T, @Nullable Long> value) {
        return plain(key, new FieldType.Number(), column, value);
    }

    public static <T> Field<T> moment(String key, String column, Function<T, @Nullable Instant> value) {
        return plain(key, new FieldType.Moment(), column, value);
    }

    public static <T> Field<T> yesNo(String key, String column, Function<T, @Nullable Boolean> value) {
        return plain(key, new FieldType.YesNo(), column, value);
    }

    /** @param column holds the names of the constants */
    public static <T, E extends Enum<E>> Field<T> choice(
            String key, String column, Class<E> constants, Function<T, @Nullable E> value) {
        return plain(key, new FieldType.Choice<>(constants), column, value);
    }

    /** The id of a record of another list. Cannot be sorted by: ids say nothing to people. */
    public static <T> Field<T> reference(String key, String column, Function<T, @Nullable String> value) {
        return new Field<>(key, new FieldType.Reference(false), column, null, false, value);
    }

    /**
     * The ids of any number of records of another list.
     *
     * @param condition holds for records that refer to one of an array of ids, for which it has one question mark
     */
    public static <T> Field<T> references(
            String key, String condition, Function<T, ? extends Collection<String>> value) {
        return new Field<>(key, new FieldType.Reference(true), condition, null, false, value);
    }

    private static <T> Field<T> plain(
            String key, FieldType type, String column, Function<T, ? extends @Nullable Object> value) {
        return new Field<>(key, type, column, new Order(column, type), false, value);
    }

    /** The same, of which a record may have none. */
    public Field<T> orNone() {
        return new Field<>(key, type, sql, order, true, value);
    }

    /** The same, looked for in a column that is in lower case already. */
    public Field<T> soughtIn(String column) {
        return new Field<>(key, type, column, order, optional, value);
    }

    /** The same, sorted by something else. */
    public Field<T> sortedBy(Order other) {
        return new Field<>(key, type, sql, other, optional, value);
    }

    /** The same, that cannot be sorted by. */
    public Field<T> unsorted() {
        return new Field<>(key, type, sql, null, optional, value);
    }
}
