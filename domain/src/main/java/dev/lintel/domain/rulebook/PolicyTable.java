package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.access.AppliedPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Policies that belong together, as the rows of a decision table: of those that fit a request one alone counts. It decides
 * nothing about requests that no row fits.
 *
 * @param id unique in the rulebook, 36 characters of a UUID; the same from version to version
 * @param name what people call it, 1 to {@value Policy#LONGEST_NAME} characters
 * @param rows each with an id of its own, and with the name of the table
 */
public record PolicyTable(String id, String name, HitPolicy hit, List<Policy> rows) {
    public static final int MOST_ROWS = 100;

    @SuppressWarnings("NullAway") // what is not said in JSON is nothing chosen
    public PolicyTable {
        rows = rows == null
                ? List.of()
                : rows.stream().map(row -> row.as(row.id(), name)).toList();
    }

    /** A row as it goes into a decision. */
    public AppliedPolicy applied(int row) {
        Policy policy = rows.get(row);
        return new AppliedPolicy(policy.id(), name, policy.effect(), policy.reasons(), row + 1);
    }

    /** Numbers of all rows that fit a request, from 0, whichever of them counts. */
    public List<Integer> fitting(AccessFacts facts) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).concerns(facts)) {
                fitting.add(i);
            }
        }
        return fitting;
    }
}
