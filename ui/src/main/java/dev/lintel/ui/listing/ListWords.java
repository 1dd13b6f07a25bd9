package dev.lintel.ui.listing;

import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.Field;
import dev.lintel.domain.listing.FieldType;
import dev.lintel.domain.listing.Operator;
import dev.lintel.ui.i18n.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts one list into a person's words.
 *
 * @param prefix of the keys under which the list's fields and columns are named
 * @param references names of the records that fields refer to, by the field's key
 */
record ListWords(Moments moments, String prefix, Map<String, ReferenceChoices> references) {
    String heading(String key) {
        return text(prefix + "." + key);
    }

    String text(String key, Object... arguments) {
        return moments.messages().getTranslation(key, moments.locale(), arguments);
    }

    /** A value as it stands in a cell. */
    String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant instant -> moments.inList(instant);
            case Enum<?> constant -> moments.messages().nameOf(moments.locale(), constant);
            case Boolean yes -> text(yes ? "list.yes" : "list.no");
            case Collection<?> several -> several.stream().map(this::cell).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /** "Owner has “anna”". */
    String sentence(Condition<?> condition) {
        String between = text(condition.operator() == Operator.BETWEEN ? "list.and" : "list.or");
        String values = condition.values().stream()
                .map(value -> value(condition.field(), value))
                .collect(Collectors.joining(" " + between + " "));
        return text("list.condition", heading(condition.field().key()), operator(condition), values)
                .strip();
    }

    private String operator(Condition<?> condition) {
        return operator(condition.field(), condition.operator());
    }

    /** Times are before and after, numbers less and more. */
    String operator(Field<?> field, Operator operator) {
        boolean time = field.type() instanceof FieldType.Moment;
        return text((time ? "list.time." : "list.operator.") + operator.name());
    }

    private String value(Field<?> field, Object value) {
        ReferenceChoices choices = references.get(field.key());
        return switch (value) {
            case Duration span -> span(span);
            case String text when choices != null -> choices.nameOf(text);
            case String text -> text("list.quoted", text);
            default -> cell(value);
        };
    }

    /** "24 hours". */
    String span(Duration span) {
        long hours = span.toHours();
        if (hours >= 48 && hours % 24 == 0) {
            return text("list.days", span.toDays());
        }
        return hours > 0 && span.toMinutes() % 60 == 0
                ? text("list.hours", hours)
                : text("list.minutes", span.toMinutes());
    }
}
