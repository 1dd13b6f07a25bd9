package dev.lintel.domain.listing;

import dev.lintel.domain.listing.Listing.Sort;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says an order in SQL, and where in it a row stands.
 *
 * @param value what rows are sorted by
 * @param key what decides between rows that sort alike
 */
record OrderInSql(Field.Order value, List<Field.Order> key, boolean descending) {
    private static final String COLUMN = "listing_";

    static OrderInSql of(Listing<?> listing, Sort sort) {
        return new OrderInSql(listing.order(sort), listing.key(), sort.descending());
    }

    SqlCondition isThere() {
        return SqlCondition.of(value.sql() + " is not null");
    }

    SqlCondition isMissing() {
        return SqlCondition.of(value.sql() + " is null");
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return columns().stream().map(column -> column.sql() + direction).collect(Collectors.joining(", "));
    }

    /** Rows after a place, as a comparison that an index on the order answers. */
    SqlCondition beyond(Cursor place) {
        List<Field.Order> columns = place.value() == null ? key : columns();
        List<Object> values = new ArrayList<>(place.key());
        if (place.value() != null && columns.size() > values.size()) {
            values.addFirst(place.value());
        }
        List<Object> parameters = IntStream.range(0, columns.size())
                .mapToObj(i -> columns.get(i).type().sql(values.get(i)))
                .toList();
        String left = columns.stream().map(Field.Order::sql).collect(Collectors.joining(", "));
        String right = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        SqlCondition beyond =
                new SqlCondition("(" + left + ")" + (descending ? " < " : " > ") + "(" + right + ")", parameters);
        return alias(columns.getFirst()).equals(alias(columns.getLast()))
                ? beyond
                : SqlCondition.of(columns.getFirst().sql() + (descending ? " <= ?" : " >= ?"), parameters.getFirst())
                        .and(beyond);
    }

    /** What goes over several tables no index answers, so that its beginning has to be said apart. */
    private static String alias(Field.Order order) {
        return order.sql().split("\\.", 2)[0];
    }

    /** What is sorted by the beginning of its key is sorted by that alone. */
    private List<Field.Order> columns() {
        List<Field.Order> columns = new ArrayList<>(key);
        if (!columns.getFirst().sql().equals(value.sql())) {
            columns.addFirst(value);
        }
        return columns;
    }

    /** To be selected beside a row, for {@link #place}. */
    String placeColumns() {
        StringBuilder columns =
                new StringBuilder(value.sql()).append(" as ").append(COLUMN).append(0);
        for (int i = 0; i < key.size(); i++) {
            columns.append(", ")
                    .append(key.get(i).sql())
                    .append(" as ")
                    .append(COLUMN)
                    .append(i + 1);
        }
        return columns.toString();
    }

    Cursor place(ResultSet row) throws SQLException {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            Object part = read(row, COLUMN + (i + 1), key.get(i).type());
            if (part == null) {
                throw new IllegalStateException("no key: " + key.get(i).sql());
            }
            parts.add(part);
        }
        return new Cursor(read(row, COLUMN + 0, value.type()), parts);
    }

    private static @Nullable Object read(ResultSet row, String column, FieldType type) throws SQLException {
        return switch (type) {
            case FieldType.Moment moment -> {
                OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case FieldType.Choice<?> choice -> {
                String name = row.getString(column);
                yield name == null ? null : choice.constant(name);
            }
            case FieldType.Number number -> row.getObject(column, Long.class);
            case FieldType.YesNo yesNo -> row.getObject(column, Boolean.class);
            case FieldType.Text text -> row.getString(column);
            case FieldType.Reference reference -> row.getString(column);
        };
    }
}
