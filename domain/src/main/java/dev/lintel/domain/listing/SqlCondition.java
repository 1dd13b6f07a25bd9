package dev.lintel.domain.listing;

import dev.lintel.domain.permission.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A condition of a query: its text comes from the code alone, what people wrote travels as parameters.
 *
 * @param sql a boolean expression of PostgreSQL with a question mark for each parameter, in brackets if it holds an "or"
 * @param parameters in the order of the question marks, as JDBC takes them
 */
public record SqlCondition(String sql, List<Object> parameters) {
    public SqlCondition {
        parameters = List.copyOf(parameters);
        if (sql.isBlank()) {
            throw new IllegalArgumentException("a condition has no text");
        }
    }

    public static SqlCondition of(String sql, Object... parameters) {
        return new SqlCondition(sql, List.of(parameters));
    }

    /** Holds for every row. */
    public static SqlCondition all() {
        return of("true");
    }

    /** Holds for no row. */
    public static SqlCondition none() {
        return of("false");
    }

    /**
     * Holds for rows of the projects that the actor sees; what belongs to no project is for those who see every one.
     *
     * @param column with the project's id, from the code
     */
    public static SqlCondition inProjectsOf(Actor actor, String column) {
        Set<Long> visible = actor.projects();
        return visible == null ? all() : of(column + " = any (?)", (Object) visible.toArray(Long[]::new));
    }

    /** Holds where both do. */
    public SqlCondition and(SqlCondition other) {
        if (equals(all())) {
            return other;
        }
        return other.equals(all()) ? this : joined(" and ", other);
    }

    /** Holds where one of them does, or both. */
    public SqlCondition or(SqlCondition other) {
        if (equals(none())) {
            return other;
        }
        return other.equals(none()) ? this : joined(" or ", other);
    }

    private SqlCondition joined(String word, SqlCondition other) {
        List<Object> both = new ArrayList<>(parameters);
        both.addAll(other.parameters);
        return new SqlCondition("(" + sql + word + other.sql + ")", both);
    }
}
