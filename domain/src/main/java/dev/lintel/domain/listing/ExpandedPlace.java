package dev.lintel.domain.listing;

import dev.lintel.domain.listing.Listing.Sort;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A place among records that are worked out from rows: the record after which to read on.
 *
 * @param before the row before that of the record; null when there is none
 * @param row the key of the record's row
 * @param record the record's key among those of the row
 */
record ExpandedPlace(@Nullable Cursor before, List<Object> row, String record) {
    private static final String BETWEEN = ".";

    ExpandedPlace {
        row = List.copyOf(row);
    }

    /** Whether a record comes after it, if it is of this row or a later one. */
    boolean isBefore(Cursor other, String key) {
        return !other.key().equals(row) || key.compareTo(record) > 0;
    }

    /** The place as a word that fits in an address. */
    String write(Listing<?> listing, Sort sort) {
        String start = before == null ? "" : before.write(listing, sort);
        return start + BETWEEN + coded(rowKey(listing, row)) + BETWEEN + coded(record);
    }

    /**
     * @return null when there is none to read
     * @throws ListingRefusedException when it is no place in this order
     */
    static @Nullable ExpandedPlace read(Listing<?> listing, Sort sort, @Nullable String word) {
        if (word == null) {
            return null;
        }
        String[] parts = word.split("\\.", -1);
        if (parts.length == 3) {
            try {
                Cursor before = parts[0].isEmpty() ? null : Cursor.read(listing, sort, parts[0]);
                return new ExpandedPlace(before, rowKey(listing, decoded(parts[1])), decoded(parts[2]));
            } catch (IllegalArgumentException forged) {
                // said below
            }
        }
        throw new ListingRefusedException("after", "does not come from a page of this list in this order");
    }

    private static String rowKey(Listing<?> listing, List<Object> key) {
        return IntStream.range(0, key.size())
                .mapToObj(i -> listing.key().get(i).type().write(key.get(i)))
                .collect(Collectors.joining("\0"));
    }

    private static List<Object> rowKey(Listing<?> listing, String text) {
        String[] parts = text.split("\0", -1);
        if (parts.length != listing.key().size()) {
            throw new IllegalArgumentException("no key of a row");
        }
        return IntStream.range(0, parts.length)
                .<Object>mapToObj(i ->
                        listing.key().get(i).type() instanceof FieldType.Number ? Long.valueOf(parts[i]) : parts[i])
                .toList();
    }

    private static String coded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
