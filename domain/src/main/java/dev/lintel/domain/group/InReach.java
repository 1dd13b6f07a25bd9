package dev.lintel.domain.group;

import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Reach;
import java.util.ArrayList;
import java.util.List;

/**
 * The one place where a {@link Reach} becomes SQL. Queries of every feature add the condition made here, so that none
 * filters by hand. Names of columns come from code, never from people.
 */
public final class InReach {
    private InReach() {}

    /**
     * Rows that belong to a group, such as devices and the groups themselves.
     *
     * @param project column with the project's id, with its alias: {@code d.project_id}
     * @param group column with the group's id
     */
    public static SqlCondition group(Reach reach, String project, String group) {
        return switch (reach) {
            case Reach.Everything everything -> SqlCondition.all();
            case Reach.WholeProject whole -> new SqlCondition(project + " = ?", List.of(whole.project()));
            case Reach.Part part -> {
                SqlCondition groups = groups(part, "reached");
                yield new SqlCondition(
                        project + " = ? and exists (select from object_group reached where reached.project_id = "
                                + project + " and reached.id = " + group + " and " + groups.sql() + ")",
                        parameters(part.project(), groups.parameters()));
            }
            case Reach.Nothing nothing -> SqlCondition.none();
        };
    }

    /**
     * Rows that are or belong to a person, who may be in several groups.
     *
     * @param project column with the project's id, with its alias: {@code p.project_id}
     * @param person column with the person's id
     */
    public static SqlCondition person(Reach reach, String project, String person) {
        return switch (reach) {
            case Reach.Everything everything -> SqlCondition.all();
            case Reach.WholeProject whole -> new SqlCondition(project + " = ?", List.of(whole.project()));
            case Reach.Part part -> {
                SqlCondition groups = groups(part, "reached");
                SqlCondition member = new SqlCondition(
                        "exists (select from person_group membership join object_group reached"
                                + " on reached.project_id = membership.project_id and reached.id = membership.group_id"
                                + " where membership.project_id = " + project + " and membership.person_id = " + person
                                + " and " + groups.sql() + ")",
                        groups.parameters());
                SqlCondition reached = part.person() == null
                        ? member
                        : member.or(new SqlCondition(person + " = ?", List.of(part.person())));
                yield new SqlCondition(project + " = ?", List.of(part.project())).and(reached);
            }
            case Reach.Nothing nothing -> SqlCondition.none();
        };
    }

    /**
     * Rows that belong to a project as a whole, so that a part of it is not enough.
     *
     * @param project column with the project's id, with its alias: {@code n.project_id}
     */
    public static SqlCondition project(Reach reach, String project) {
        return switch (reach) {
            case Reach.Everything everything -> SqlCondition.all();
            case Reach.WholeProject whole -> new SqlCondition(project + " = ?", List.of(whole.project()));
            case Reach.Part part -> SqlCondition.none();
            case Reach.Nothing nothing -> SqlCondition.none();
        };
    }

    private static SqlCondition groups(Reach.Part part, String alias) {
        Object ids = part.groups().toArray(String[]::new);
        SqlCondition own = part.own() ? new SqlCondition(alias + ".id = any (?)", List.of(ids)) : SqlCondition.none();
        return part.descendants() ? own.or(new SqlCondition(alias + ".above && ?::text[]", List.of(ids))) : own;
    }

    private static List<Object> parameters(Object first, List<Object> rest) {
        List<Object> all = new ArrayList<>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
