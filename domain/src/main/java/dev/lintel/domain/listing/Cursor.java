package dev.lintel.domain.listing;

import dev.lintel.domain.listing.Listing.Sort;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: the row after which to read on. It stays right whatever is added or deleted.
 *
 * @param value what the row is sorted by; null when it has none, which is at the end in either direction
 * @param key the row's key
 */
record Cursor(@Nullable Object value, List<Object> key) {
    // no text of PostgreSQL has it
    private static final String BETWEEN = "\0";

    Cursor {
        key = List.copyOf(key);
    }

    /** The place as a word that fits in an address. Made for one order only, which it names. */
    String write(Listing<?> listing, Sort sort) {
        List<String> parts = new ArrayList<>();
        parts.add(orderName(sort));
        parts.add(value == null ? "" : "=" + type(listing, sort).write(value));
        for (int i = 0; i < key.size(); i++) {
            parts.add(listing.key().get(i).type().write(key.get(i)));
        }
        byte[] bytes = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws ListingRefusedException when it is no place in this order */
    static Cursor read(Listing<?> listing, Sort sort, String word) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(BETWEEN, -1));
            if (parts.size() == 2 + listing.key().size() && parts.getFirst().equals(orderName(sort))) {
                String value = parts.get(1);
                Iterator<String> keys = parts.subList(2, parts.size()).iterator();
                return new Cursor(
                        value.isEmpty() ? null : read(type(listing, sort), value.substring(1)),
                        listing.key().stream()
                                .map(part -> read(part.type(), keys.next()))
                                .toList());
            }
        } catch (IllegalArgumentException forged) {
            // said below
        }
        throw new ListingRefusedException("after", "does not come from a page of this list in this order");
    }

    /** Values of the database may be longer than what people may ask for. */
    private static Object read(FieldType type, String text) {
        return type instanceof FieldType.Text || type instanceof FieldType.Reference ? text : type.read(text);
    }

    private static String orderName(Sort sort) {
        return (sort.descending() ? "-" : "") + sort.field();
    }

    private static FieldType type(Listing<?> listing, Sort sort) {
        return listing.order(sort).type();
    }
}
