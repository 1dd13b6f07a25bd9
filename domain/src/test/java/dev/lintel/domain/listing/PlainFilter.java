package dev.lintel.domain.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What filters mean, written down a second time and plainly, to compare with. */
final class PlainFilter {
    private PlainFilter() {}

    static boolean holds(String filter, Thing thing, Instant now) {
        String[] parts = filter.split(":", 3);
        String value = parts.length < 3 ? "" : parts[2];
        Set<String> found = found(parts[0], thing);
        return switch (parts[1]) {
            case "is" -> values(parts[0], value).anyMatch(found::contains);
            case "is-not" -> values(parts[0], value).noneMatch(found::contains);
            case "has" -> found.stream().anyMatch(text -> text.contains(value.toLowerCase(Locale.ROOT)));
            case "has-not" -> found.stream().noneMatch(text -> text.contains(value.toLowerCase(Locale.ROOT)));
            case "empty" -> found.isEmpty();
            case "filled" -> !found.isEmpty();
            case "last" -> {
                Duration span = value.equals("24h") ? Duration.ofHours(24) : Duration.ofMinutes(90);
                yield is(parts[0], thing, now.minus(span).toString(), List.of(0, 1))
                        && is(parts[0], thing, now.toString(), List.of(-1, 0));
            }
            case "between" ->
                is(parts[0], thing, value.split(",")[0], List.of(0, 1))
                        && is(parts[0], thing, value.split(",")[1], List.of(-1));
            case "less" -> is(parts[0], thing, value, List.of(-1));
            case "at-least" -> is(parts[0], thing, value, List.of(0, 1));
            case "greater" -> is(parts[0], thing, value, List.of(1));
            case "at-most" -> is(parts[0], thing, value, List.of(-1, 0));
            default -> throw new IllegalArgumentException(filter);
        };
    }

    private static Stream<String> values(String field, String text) {
        return field.equals("name")
                ? Stream.of(text.toLowerCase(Locale.ROOT))
                : Stream.of(text.split("(?<!\\\\),")).map(value -> value.replace("\\,", ","));
    }

    private static Set<String> found(String field, Thing thing) {
        Object value =
                switch (field) {
                    case "name" -> thing.name() == null ? null : thing.name().toLowerCase(Locale.ROOT);
                    case "size" -> thing.size();
                    case "made" -> thing.made();
                    case "broken" -> thing.broken();
                    case "colour" ->
                        thing.colour() == null
                                ? null
                                : thing.colour().name().toLowerCase(Locale.ROOT).replace('_', '-');
                    case "owner" -> thing.owner();
                    case "tag" -> thing.tags();
                    default -> thing.id();
                };
        if (value instanceof Collection<?>) {
            return thing.tags();
        }
        return value == null || value.equals("") ? Set.of() : Set.of(value.toString());
    }

    private static boolean is(String field, Thing thing, String other, List<Integer> signs) {
        Integer compared = compared(field, thing, other);
        return compared != null && signs.contains(Integer.signum(compared));
    }

    private static @Nullable Integer compared(String field, Thing thing, String other) {
        if (field.equals("made")) {
            return thing.made() == null ? null : thing.made().compareTo(Instant.parse(other));
        }
        Long number = field.equals("size") ? thing.size() : Long.valueOf(thing.id());
        return number == null ? null : number.compareTo(Long.valueOf(other));
    }
}
