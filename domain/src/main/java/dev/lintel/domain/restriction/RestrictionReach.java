package dev.lintel.domain.restriction;

import dev.lintel.domain.group.InReach;
import dev.lintel.domain.listing.SqlCondition;
import dev.lintel.domain.permission.Reach;

/**
 * Which access restrictions are within reach. They hang on no group, so whoever looks after a part of a project sees those
 * that open a door of theirs or are granted to somebody of theirs, and changes those that do nothing beyond it.
 */
final class RestrictionReach {
    private static final String LINES = """
            select from restriction_line l join device d on d.project_id = l.project_id and d.id = l.device_id
            where l.project_id = r.project_id and l.restriction_id = r.id and\s""";
    private static final String TO_GROUPS = grants("t.group_id is not null");
    private static final String TO_PEOPLE = grants("t.person_id is not null");
    private static final String TO_IDENTIFIERS = """
            select from restriction_grant t
            join identifier i on i.project_id = t.project_id and i.id = t.identifier_id
            where t.project_id = r.project_id and t.restriction_id = r.id and\s""";

    private RestrictionReach() {}

    private static String grants(String which) {
        return "select from restriction_grant t where t.project_id = r.project_id and t.restriction_id = r.id and "
                + which + " and ";
    }

    /** Restrictions {@code r} that can be seen. */
    static SqlCondition seen(Reach reach) {
        if (!(reach instanceof Reach.Part)) {
            return InReach.group(reach, "r.project_id", "''");
        }
        return exists(LINES, device(reach))
                .or(exists(TO_GROUPS, group(reach)))
                .or(exists(TO_PEOPLE, person(reach)))
                .or(exists(TO_IDENTIFIERS, owner(reach)));
    }

    /** Restrictions {@code r} that do nothing out of reach. */
    static SqlCondition changeable(Reach reach) {
        if (!(reach instanceof Reach.Part)) {
            return seen(reach);
        }
        return seen(reach)
                .and(no(LINES, device(reach)))
                .and(no(TO_GROUPS, group(reach)))
                .and(no(TO_PEOPLE, person(reach)))
                .and(no(TO_IDENTIFIERS, owner(reach)));
    }

    private static SqlCondition device(Reach reach) {
        return InReach.group(reach, "d.project_id", "d.group_id");
    }

    private static SqlCondition group(Reach reach) {
        return InReach.group(reach, "t.project_id", "t.group_id");
    }

    private static SqlCondition person(Reach reach) {
        return InReach.person(reach, "t.project_id", "t.person_id");
    }

    private static SqlCondition owner(Reach reach) {
        return InReach.person(reach, "i.project_id", "i.person_id");
    }

    private static SqlCondition exists(String rows, SqlCondition which) {
        return new SqlCondition("exists (" + rows + "(" + which.sql() + "))", which.parameters());
    }

    private static SqlCondition no(String rows, SqlCondition which) {
        return new SqlCondition("not exists (" + rows + "not (" + which.sql() + "))", which.parameters());
    }
}
