package dev.lintel.domain.listing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;

/**
 * A list of the product, described once: where its rows come from and by what they can be asked for. All SQL in it comes
 * from the code.
 *
 * @param name names the list in addresses and segments, such as {@code acs-log}
 * @param columns what the row mapper reads, after "select"
 * @param from the tables after "from", with their joins
 * @param key what tells rows apart and never changes, in this order: it decides between rows that sort alike
 * @param fields in the order in which people are offered them
 */
public record Listing<T>(
        String name,
        String columns,
        String from,
        RowMapper<T> row,
        List<Field.Order> key,
        List<Field<T>> fields,
        Sort sort) {
    /** Parameters that mean something else than a field. */
    static final Set<String> RESERVED = Set.of("filter", "match", "sort", "after", "limit", "columns", "format");

    /**
     * An order by a field.
     *
     * @param field a field's key
     */
    public record Sort(String field, boolean descending) {
        public static Sort by(String field) {
            return new Sort(field, false);
        }

        public static Sort downBy(String field) {
            return new Sort(field, true);
        }
    }

    public Listing {
        key = List.copyOf(key);
        fields = List.copyOf(fields);
        Map<String, Field<T>> known = new HashMap<>();
        for (Field<T> field : fields) {
            if (known.put(field.key(), field) != null || RESERVED.contains(field.key())) {
                throw new IllegalArgumentException(name + ": no second meaning for \"" + field.key() + "\"");
            }
        }
        Field<T> sorted = known.get(sort.field());
        if (key.isEmpty() || sorted == null || sorted.order() == null) {
            throw new IllegalArgumentException(name + " has no order of its own");
        }
    }

    /** A list whose records are in memory, for {@link RecordsAtHand}: what its fields say in SQL is never asked. */
    public static <T> Listing<T> atHand(String name, List<Field<T>> fields, Sort sort) {
        RowMapper<T> none = (row, number) -> {
            throw new IllegalStateException(name + " has no rows");
        };
        return new Listing<>(name, "", "", none, List.of(new Field.Order("", new FieldType.Text(false))), fields, sort);
    }

    /** The field of that name. */
    public Optional<Field<T>> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** The field of that name, which the code knows to be there. */
    public Field<T> known(String key) {
        return field(key).orElseThrow(() -> new IllegalArgumentException(name + " has no field \"" + key + "\""));
    }

    /** The keys of the fields that it can be sorted by. */
    public List<String> sortable() {
        return fields.stream()
                .filter(field -> field.order() != null)
                .map(Field::key)
                .toList();
    }

    /** What rows are ordered by. */
    Field.Order order(Sort wanted) {
        Field.Order order = known(wanted.field()).order();
        if (order == null) {
            throw new IllegalArgumentException(name + " cannot be sorted by " + wanted.field());
        }
        return order;
    }
}
