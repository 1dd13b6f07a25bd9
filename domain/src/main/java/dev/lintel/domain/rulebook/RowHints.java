package dev.lintel.domain.rulebook;

import dev.lintel.domain.rulebook.Diagnostic.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds gaps, overlaps and shadowed rows of one table, of which one row alone counts, over all that its columns can be asked.
 *
 * @param <E> shows what it is about
 */
final class RowHints<E> {
    /** More gaps of one table than this say nothing more. */
    private static final int MOST_GAPS = 10;

    private final BitSet counting = new BitSet();
    private final Map<Integer, BitSet> above = new HashMap<>();
    private final Map<List<Integer>, E> overlaps = new LinkedHashMap<>();
    private final List<E> gaps = new ArrayList<>();

    /** The table, as far as it matters to what is told about it. Rows are numbered from 0. */
    interface Rows<E> {
        int count();

        /** Why a row never fits, whatever the others are; null when it does. */
        @Nullable
        Kind dead(int row);

        boolean isAlike(int upper, int lower);

        /**
         * Whether it is worth a word that two rows fit the same.
         *
         * @param counts whether the lower one counts elsewhere; where not, that is told already
         */
        boolean isOverlap(int upper, int lower, boolean counts);

        void tell(Kind kind, List<Integer> rows, @Nullable E example);
    }

    /**
     * Looks at all combinations of these columns.
     *
     * @param columns of each, which rows fit what can be asked there; what none fits only in the last, since what no row speaks
     *     of is no gap
     * @param example of one of each column
     */
    void look(List<? extends Collection<BitSet>> columns, Function<List<BitSet>, E> example) {
        look(columns, example, null, new ArrayList<>());
    }

    private void look(
            List<? extends Collection<BitSet>> columns,
            Function<List<BitSet>, E> example,
            @Nullable BitSet there,
            List<BitSet> chosen) {
        boolean gap = false;
        for (BitSet here : columns.get(chosen.size())) {
            BitSet fitting = there == null ? here : LiveClasses.and(there, here);
            chosen.addLast(here);
            if (chosen.size() < columns.size()) {
                look(columns, example, fitting, chosen);
            } else if (!fitting.isEmpty()) {
                rows(fitting, example, chosen);
            } else if (!gap && gaps.size() < MOST_GAPS) {
                gap = true;
                gaps.add(example.apply(chosen));
            }
            chosen.removeLast();
        }
    }

    private void rows(BitSet fitting, Function<List<BitSet>, E> example, List<BitSet> chosen) {
        int first = fitting.nextSetBit(0);
        counting.set(first);
        for (int row = fitting.nextSetBit(first + 1); row >= 0; row = fitting.nextSetBit(row + 1)) {
            above.computeIfAbsent(row, any -> new BitSet()).set(first);
            overlaps.computeIfAbsent(List.of(first, row), any -> example.apply(chosen));
        }
    }

    /** Whether anything fits a row, whichever counts. */
    boolean isFitted(int row) {
        return counting.get(row) || above.containsKey(row);
    }

    void report(Rows<E> table) {
        for (int row = 0; row < table.count(); row++) {
            Kind dead = table.dead(row);
            BitSet covering = above.get(row);
            if (dead != null) {
                table.tell(dead, List.of(row), null);
            } else if (!counting.get(row) && covering != null) {
                List<Integer> rows = new ArrayList<>(List.of(row));
                covering.stream().forEach(rows::add);
                table.tell(Kind.SHADOWED, rows, overlaps.get(List.of(covering.nextSetBit(0), row)));
            }
        }
        overlaps.forEach((rows, example) -> {
            int upper = rows.get(0);
            int lower = rows.get(1);
            if (table.isOverlap(upper, lower, counting.get(lower))) {
                table.tell(table.isAlike(upper, lower) ? Kind.OVERLAP : Kind.CONTRADICTION, rows, example);
            }
        });
        gaps.forEach(example -> table.tell(Kind.GAP, List.of(), example));
    }

    /**
     * Of what some rules tell apart, what those from one to before another do.
     *
     * @param withNone whether those that none of them fits are looked at, too
     */
    static <T> Map<BitSet, T> projected(Map<BitSet, T> classes, int from, int until, boolean withNone) {
        Map<BitSet, T> projected = new LinkedHashMap<>();
        classes.forEach((fitting, one) -> {
            BitSet here = fitting.get(from, until);
            if (withNone || !here.isEmpty()) {
                projected.putIfAbsent(here, one);
            }
        });
        return projected;
    }
}
