package dev.lintel.domain.listing;

import dev.lintel.domain.listing.Filter.Match;
import dev.lintel.domain.listing.Listing.Sort;
import dev.lintel.domain.listing.Operator.Operands;
import dev.lintel.domain.wire.Quoted;
import dev.lintel.domain.wire.WireName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A query as the parameters of an address or request, the same in both.
 *
 * <p>{@code filter=owner:has:anna&filter=verdict:is:deny,grant&match=any&sort=-created}: any number of filters of field,
 * operator and value, {@code match=any} when one of them is enough, and a field to sort by, with a dash in front from the
 * last to the first. Where several values are possible a comma parts them, and a comma that belongs to a value has a
 * backslash before it, as has a backslash. A parameter named like a field is the short way to say that the field is that
 * value, or has that text in it, and must hold whatever the filters say.
 */
public final class QueryText {
    private QueryText() {}

    /** @throws ListingRefusedException with the parameter that is wrong, and what would be right */
    public static <T> ListQuery<T> read(Listing<T> listing, Map<String, List<String>> parameters) {
        List<Condition<T>> narrowing = new ArrayList<>();
        for (Field<T> field : listing.fields()) {
            for (String value : parameters.getOrDefault(field.key(), List.of())) {
                if (!value.isBlank()) {
                    narrowing.add(read(field.key(), field, usual(field), value));
                }
            }
        }
        List<Condition<T>> conditions = parameters.getOrDefault("filter", List.of()).stream()
                .filter(text -> !text.isBlank())
                .map(text -> condition(listing, "filter", text))
                .toList();
        if (conditions.size() > Filter.MOST_CONDITIONS) {
            throw new ListingRefusedException("filter", "is given more than " + Filter.MOST_CONDITIONS + " times");
        }
        return new ListQuery<>(narrowing, new Filter<>(match(parameters), conditions), sort(listing, parameters));
    }

    /** The parameters that {@link #read} reads as the same query; what goes without saying is not said. */
    public static <T> Map<String, List<String>> write(Listing<T> listing, ListQuery<T> query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        query.narrowing().forEach(condition -> parameters
                .computeIfAbsent(condition.field().key(), key -> new ArrayList<>())
                .add(values(condition)));
        if (!query.filter().conditions().isEmpty()) {
            parameters.put(
                    "filter",
                    query.filter().conditions().stream().map(QueryText::write).toList());
        }
        if (query.filter().match() == Match.ANY) {
            parameters.put("match", List.of("any"));
        }
        if (!query.sort().equals(listing.sort())) {
            parameters.put("sort", List.of(write(query.sort())));
        }
        return parameters;
    }

    /** A condition as one filter. */
    public static String write(Condition<?> condition) {
        String words = condition.field().key() + ":" + WireName.of(condition.operator());
        return condition.values().isEmpty() ? words : words + ":" + values(condition);
    }

    private static String write(Sort sort) {
        return (sort.descending() ? "-" : "") + sort.field();
    }

    private static String values(Condition<?> condition) {
        return switch (Condition.operands(condition.field(), condition.operator())) {
            case NONE -> "";
            case ONE -> condition.texts().getFirst();
            case TWO, SEVERAL ->
                condition.texts().stream().map(QueryText::oneOfSeveral).collect(Collectors.joining(","));
        };
    }

    /** A value as it is written where several are possible. */
    public static String oneOfSeveral(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,");
    }

    /**
     * A condition as a filter says it.
     *
     * @param parameter where it comes from, for the text of a refusal
     * @throws ListingRefusedException with what would be right
     */
    public static <T> Condition<T> condition(Listing<T> listing, String parameter, String filter) {
        String[] parts = filter.split(":", 3);
        Field<T> field = listing.field(parts[0].strip())
                .orElseThrow(() -> new ListingRefusedException(
                        parameter,
                        Quoted.of(parts[0]) + " is no field of this list; it must be one of "
                                + listing.fields().stream().map(Field::key).collect(Collectors.joining(", "))));
        String word = parts.length > 1 ? parts[1] : "";
        Operator operator = WireName.parse(Operator.class, word)
                .filter(Condition.operators(field)::contains)
                .orElseThrow(() -> new ListingRefusedException(
                        parameter,
                        field.key() + " cannot be compared by " + Quoted.of(word) + "; it must be one of "
                                + Condition.operators(field).stream()
                                        .map(WireName::of)
                                        .collect(Collectors.joining(", "))));
        return read(parameter, field, operator, parts.length > 2 ? parts[2] : "");
    }

    private static <T> Condition<T> read(String parameter, Field<T> field, Operator operator, String value) {
        try {
            Operands operands = Condition.operands(field, operator);
            List<String> values = operands == Operands.ONE || operands == Operands.NONE ? List.of(value) : split(value);
            return Condition.read(field, operator, operands == Operands.NONE && value.isEmpty() ? List.of() : values);
        } catch (IllegalArgumentException wrong) {
            String reason = String.valueOf(wrong.getMessage());
            throw new ListingRefusedException(
                    parameter, parameter.equals(field.key()) ? reason : field.key() + ": " + reason);
        }
    }

    /** The values between commas that have no backslash before them. */
    private static List<String> split(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                value.append(text.charAt(i));
            } else if (c == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }

    private static Operator usual(Field<?> field) {
        return field.type() instanceof FieldType.Text ? Operator.HAS : Operator.IS;
    }

    private static Match match(Map<String, List<String>> parameters) {
        String word = first(parameters, "match");
        return word.isEmpty()
                ? Match.ALL
                : WireName.parse(Match.class, word)
                        .orElseThrow(() -> new ListingRefusedException(
                                "match",
                                Quoted.of(word) + " is unknown; it must be one of " + WireName.choices(Match.class)));
    }

    private static Sort sort(Listing<?> listing, Map<String, List<String>> parameters) {
        String word = first(parameters, "sort");
        if (word.isEmpty()) {
            return listing.sort();
        }
        boolean descending = word.startsWith("-");
        String field = descending ? word.substring(1) : word;
        if (!listing.sortable().contains(field)) {
            throw new ListingRefusedException(
                    "sort",
                    Quoted.of(word) + " is nothing to sort by; it must be one of "
                            + String.join(", ", listing.sortable()) + ", with - in front for the other direction");
        }
        return new Sort(field, descending);
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst().strip();
    }
}
