package dev.lintel.rules.authoring;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.rulebook.OutcomeQuestion;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.PolicyTimes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A column of a decision table. What stands in it has numbers: the places in the list of all that is different.
 *
 * @param <Q> what the table is asked
 */
public final class TableColumn<Q> {
    private final String name;
    private final List<@Nullable Integer> cells;
    private final List<Predicate<Q>> choices;

    private TableColumn(String name, List<@Nullable Integer> cells, List<Predicate<Q>> choices) {
        this.name = name;
        this.cells = cells;
        this.choices = choices;
    }

    /** Those of a table about doors. */
    public static List<TableColumn<AccessFacts>> of(PolicyTable table) {
        List<Policy> rows = table.rows();
        return List.of(
                of("who", rows, Policy::holders, PolicyHolders.EVERYBODY, PolicyHolders::fit),
                of("where", rows, Policy::doors, PolicyDoors.EVERY, PolicyDoors::fit),
                of("when", rows, Policy::times, PolicyTimes.ALWAYS, PolicyTimes::fit));
    }

    /** Those of a table about something else. */
    public static List<TableColumn<OutcomeQuestion>> of(OutcomeTable table) {
        List<OutcomeRow> rows = table.rows();
        return List.of(
                of("what", rows, OutcomeRow::topics, Set.<String>of(), (cell, asked) -> isAny(cell, asked.topics())),
                of("who", rows, OutcomeRow::holders, PolicyHolders.EVERYBODY, (cell, asked) -> cell.fit(asked.facts())),
                of("where", rows, OutcomeRow::doors, PolicyDoors.EVERY, (cell, asked) -> cell.fit(asked.facts())),
                of("when", rows, OutcomeRow::times, PolicyTimes.ALWAYS, (cell, asked) -> cell.fit(asked.facts())));
    }

    private static boolean isAny(Set<String> named, Set<String> asked) {
        return named.stream().anyMatch(asked::contains);
    }

    /**
     * @param any what fits everything, also what does not have what the column asks
     * @param fits whether what stands in a cell fits what is asked
     */
    private static <R, T, Q> TableColumn<Q> of(
            String name, List<R> rows, Function<R, T> cell, T any, BiPredicate<T, Q> fits) {
        List<T> choices = rows.stream().map(cell).distinct().toList();
        List<@Nullable Integer> numbers = new ArrayList<>();
        for (R row : rows) {
            T one = cell.apply(row);
            numbers.add(one.equals(any) ? null : Integer.valueOf(choices.indexOf(one)));
        }
        List<Predicate<Q>> tests = new ArrayList<>();
        for (T choice : choices) {
            tests.add(choice.equals(any) ? asked -> true : asked -> fits.test(choice, asked));
        }
        return new TableColumn<>(name, numbers, tests);
    }

    /** As the model has it. */
    public String name() {
        return name;
    }

    /** The number of what stands in a row; null for what fits everything. */
    @Nullable
    Integer cell(int row) {
        return cells.get(row);
    }

    /** The numbers of what fits; where that is none, no row does. */
    public List<BigDecimal> fitting(Q asked) {
        List<BigDecimal> fitting = new ArrayList<>(choices.size());
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).test(asked)) {
                fitting.add(BigDecimal.valueOf(i));
            }
        }
        return fitting;
    }
}
