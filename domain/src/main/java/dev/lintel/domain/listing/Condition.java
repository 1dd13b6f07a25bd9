package dev.lintel.domain.listing;

import dev.lintel.domain.listing.Operator.Operands;
import dev.lintel.domain.wire.WireName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One condition on a field, such as "the owner has anna in it".
 *
 * @param values as many as the operator needs, of the field's type; after {@link Operator#LAST} a {@link Duration}
 */
public record Condition<T>(Field<T> field, Operator operator, List<Object> values) {
    /** The most values of one condition. */
    public static final int MOST_VALUES = 100;

    public Condition {
        values = List.copyOf(values);
        if (!operators(field).contains(operator)) {
            throw new IllegalArgumentException(field.key() + " cannot be compared by " + WireName.of(operator)
                    + "; it must be one of "
                    + operators(field).stream().map(WireName::of).collect(Collectors.joining(", ")));
        }
        boolean enough =
                switch (operands(field, operator)) {
                    case NONE -> values.isEmpty();
                    case ONE -> values.size() == 1;
                    case TWO -> values.size() == 2;
                    case SEVERAL -> !values.isEmpty() && values.size() <= MOST_VALUES;
                };
        if (!enough) {
            throw new IllegalArgumentException(field.key() + ":" + WireName.of(operator) + " "
                    + switch (operands(field, operator)) {
                        case NONE -> "takes no value";
                        case ONE -> "takes one value";
                        case TWO -> "takes two values with a comma between them";
                        case SEVERAL -> "takes 1 to " + MOST_VALUES + " values with commas between them";
                    });
        }
    }

    /** By what a field can be compared, what people want most first. */
    public static List<Operator> operators(Field<?> field) {
        List<Operator> operators = field.type().operators();
        return field.optional()
                ? Stream.concat(operators.stream(), Stream.of(Operator.EMPTY, Operator.FILLED))
                        .toList()
                : operators;
    }

    /** How many values go with an operator on a field. */
    static Operands operands(Field<?> field, Operator operator) {
        return switch (operator) {
            case EMPTY, FILLED -> Operands.NONE;
            case BETWEEN -> Operands.TWO;
            case IS, IS_NOT ->
                switch (field.type()) {
                    case FieldType.Choice<?> choice -> Operands.SEVERAL;
                    case FieldType.Reference reference -> Operands.SEVERAL;
                    case FieldType.Number number -> Operands.SEVERAL;
                    default -> Operands.ONE;
                };
            default -> Operands.ONE;
        };
    }

    /**
     * Reads values as they are written in addresses.
     *
     * @throws IllegalArgumentException with a reason in lower case
     */
    public static <T> Condition<T> read(Field<T> field, Operator operator, List<String> texts) {
        List<Object> values = new ArrayList<>();
        for (String text : texts) {
            values.add(
                    operator == Operator.LAST
                            ? TimeSpan.read(text)
                            : field.type().read(text));
        }
        return new Condition<>(field, operator, values);
    }

    /** The values as {@link #read} reads them. */
    public List<String> texts() {
        return values.stream()
                .map(value -> value instanceof Duration span
                        ? TimeSpan.write(span)
                        : field.type().write(value))
                .toList();
    }
}
