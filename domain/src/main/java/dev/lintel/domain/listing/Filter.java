package dev.lintel.domain.listing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a list are asked for.
 *
 * @param match whether all conditions must hold, or one of them; without conditions everything is asked for
 */
public record Filter<T>(Match match, List<Condition<T>> conditions) {
    /** The most conditions of one filter. */
    public static final int MOST_CONDITIONS = 20;

    /** How conditions go together. */
    public enum Match {
        ALL,
        ANY
    }

    public Filter {
        conditions = List.copyOf(conditions);
        if (conditions.size() > MOST_CONDITIONS) {
            throw new IllegalArgumentException("a filter has at most " + MOST_CONDITIONS + " conditions");
        }
    }

    /** Everything. */
    public static <T> Filter<T> none() {
        return new Filter<>(Match.ALL, List.of());
    }

    public static <T> Filter<T> all(List<Condition<T>> conditions) {
        return new Filter<>(Match.ALL, conditions);
    }

    /** Whether a record is among those asked for. Says of one record what {@link #sql} asks of the database. */
    public boolean matches(T record, Instant now) {
        if (conditions.isEmpty()) {
            return true;
        }
        return match == Match.ALL
                ? conditions.stream().allMatch(condition -> ConditionInJava.holds(condition, record, now))
                : conditions.stream().anyMatch(condition -> ConditionInJava.holds(condition, record, now));
    }

    SqlCondition sql(Instant now) {
        return alternatives(now, condition -> null).stream()
                .reduce(SqlCondition::or)
                .orElseThrow();
    }

    /**
     * Conditions on rows of which one holds, at least, for what is asked for: a single one, or one for each of which any will
     * do.
     *
     * @param instead what to say of a condition that the database knows too little of, so that it holds for every row from
     *     which anything that is asked for can come; null leaves it to the field
     */
    public List<SqlCondition> alternatives(Instant now, Function<Condition<T>, @Nullable SqlCondition> instead) {
        List<SqlCondition> each = conditions.stream()
                .map(condition -> Objects.requireNonNullElseGet(
                        instead.apply(condition), () -> ConditionInSql.of(condition, now)))
                .toList();
        return match == Match.ANY && !each.isEmpty()
                ? each
                : List.of(each.stream().reduce(SqlCondition.all(), SqlCondition::and));
    }
}
