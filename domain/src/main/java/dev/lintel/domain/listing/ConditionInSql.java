package dev.lintel.domain.listing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says a condition in SQL. The text comes from fields and operators alone; values travel as parameters. */
final class ConditionInSql {
    private ConditionInSql() {}

    static SqlCondition of(Condition<?> condition, Instant now) {
        Field<?> field = condition.field();
        return switch (condition.operator()) {
            case IS -> equal(condition);
            case IS_NOT -> not(equal(condition));
            case HAS -> has(condition);
            case HAS_NOT -> not(has(condition));
            case LESS -> compared(field, "<", condition.values().getFirst());
            case AT_LEAST -> compared(field, ">=", condition.values().getFirst());
            case GREATER -> compared(field, ">", condition.values().getFirst());
            case AT_MOST -> compared(field, "<=", condition.values().getFirst());
            case BETWEEN ->
                compared(field, ">=", condition.values().get(0))
                        .and(compared(field, "<", condition.values().get(1)));
            case LAST ->
                compared(field, ">=", now.minus((Duration) condition.values().getFirst()))
                        .and(compared(field, "<=", now));
            case EMPTY -> empty(field);
            case FILLED -> not(empty(field));
        };
    }

    private static SqlCondition equal(Condition<?> condition) {
        Field<?> field = condition.field();
        List<Object> values = condition.values().stream().map(field.type()::sql).toList();
        return switch (field.type()) {
            case FieldType.Text(boolean lines)
            when lines ->
                SqlCondition.of("lower(?) = any (string_to_array(" + field.sql() + ", E'\\n'))", values.getFirst());
            case FieldType.Text text -> SqlCondition.of(field.sql() + " = lower(?)", values.getFirst());
            case FieldType.Reference(boolean several)
            when several -> SqlCondition.of(field.sql(), (Object) values.toArray(String[]::new));
            case FieldType.Number number
            when values.size() > 1 -> SqlCondition.of(field.sql() + " = any (?)", (Object) values.toArray(Long[]::new));
            case FieldType other
            when values.size() > 1 ->
                SqlCondition.of(field.sql() + " = any (?)", (Object) values.toArray(String[]::new));
            default -> SqlCondition.of(field.sql() + " = ?", values.getFirst());
        };
    }

    private static SqlCondition has(Condition<?> condition) {
        return SqlCondition.of(
                "position(lower(?) in " + condition.field().sql() + ") > 0",
                condition.values().getFirst());
    }

    private static SqlCondition empty(Field<?> field) {
        boolean text = field.type() instanceof FieldType.Text;
        return SqlCondition.of(text ? "coalesce(" + field.sql() + ", '') = ''" : field.sql() + " is null");
    }

    /** What has no value is not what was asked for, either. */
    private static SqlCondition not(SqlCondition condition) {
        return new SqlCondition("(" + condition.sql() + ") is not true", condition.parameters());
    }

    private static SqlCondition compared(Field<?> field, String sign, Object value) {
        return SqlCondition.of(field.sql() + " " + sign + " ?", field.type().sql(value));
    }
}
