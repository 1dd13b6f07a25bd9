package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.access.PolicyEffect;
import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.HolderKind;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.domain.rulebook.RulebookRefusedException;
import dev.lintel.domain.wire.FieldProblem;
import dev.lintel.ui.rulebook.RulebookParts.Of;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** What people do with tables. Each change is in the draft at once. */
final class TableDeeds {
    private final Component place;
    private final RulebookDesk desk;
    private final Of parts;
    private final RulebookDeeds deeds;
    private final Runnable show;

    TableDeeds(Component place, RulebookDesk desk, Of parts, RulebookDeeds deeds, Runnable show) {
        this.place = place;
        this.desk = desk;
        this.parts = parts;
        this.deeds = deeds;
        this.show = show;
    }

    /**
     * What can be done with a table, whatever its rows are.
     *
     * @param rows how many it has
     * @param editRow takes the number of the row, from 0; that behind the last is a new one
     * @param swap takes the upper of two rows that change places
     */
    record Ways(
            String name,
            int rows,
            Runnable edit,
            Runnable remove,
            IntConsumer editRow,
            IntConsumer swap,
            IntConsumer removeRow) {}

    void offer(TableCard card, PolicyTable table) {
        offer(
                card,
                new Ways(
                        table.name(),
                        table.rows().size(),
                        () -> edit("rulebook.editTable", table),
                        () -> desk.remove(table),
                        row -> editRow(table, row),
                        upper -> put(() -> desk.put(with(table, swapped(table.rows(), upper)))),
                        row -> desk.put(with(table, without(table.rows(), row)))));
    }

    void offer(TableCard card, Ways ways) {
        card.offer(text("rulebook.addRowTo", ways.name()), VaadinIcon.PLUS, () -> ways.editRow()
                .accept(ways.rows()));
        card.offer(text("rulebook.editOf", ways.name()), VaadinIcon.EDIT, () -> ways.edit()
                .run());
        card.offer(
                text("rulebook.deleteOf", ways.name()),
                VaadinIcon.TRASH,
                () -> deeds.delete("rulebook.deleteTableTitle", ways.name(), ways.remove()));
        for (int i = 0; i < ways.rows(); i++) {
            int row = i;
            card.offer(row, text("rulebook.editRow", row + 1), VaadinIcon.EDIT, () -> ways.editRow()
                    .accept(row));
            if (row > 0) {
                card.offer(row, text("rulebook.upRow", row + 1), VaadinIcon.ARROW_UP, () -> ways.swap()
                        .accept(row - 1));
            }
            if (row < ways.rows() - 1) {
                card.offer(row, text("rulebook.downRow", row + 1), VaadinIcon.ARROW_DOWN, () -> ways.swap()
                        .accept(row));
            }
            if (ways.rows() > 1) {
                card.offer(
                        row,
                        text("rulebook.deleteRow", row + 1),
                        VaadinIcon.TRASH,
                        () -> deeds.delete("rulebook.deleteRowTitle", Integer.toString(row + 1), () -> ways.removeRow()
                                .accept(row)));
            }
        }
    }

    /** A table begins with its first row: one without any says nothing. */
    void writeTable() {
        PolicyTable fresh = new PolicyTable(id(), "", HitPolicy.FIRST, List.of(row()));
        edit("rulebook.addTable", fresh);
    }

    private void edit(String title, PolicyTable table) {
        new TableDialog(
                        text(title),
                        table.name(),
                        table.hit(),
                        (name, hit) -> put(() -> desk.put(new PolicyTable(table.id(), name, hit, table.rows()))))
                .open();
    }

    private void editRow(PolicyTable table, int row) {
        boolean isNew = row == table.rows().size();
        String title = isNew ? text("rulebook.addRowTo", table.name()) : text("rulebook.editRow", row + 1);
        Policy edited = isNew ? row() : table.rows().get(row);
        PolicyDialog.ofRow(title, edited, parts.choices(), parts.sentences(), changed -> {
                    String beginning = "rows[" + row + "].";
                    return put(() -> desk.put(with(table, changed(table.rows(), row, changed)))).stream()
                            .map(problem -> RulebookDesk.within(beginning, problem))
                            .toList();
                })
                .open();
    }

    /** With another row there, or one more behind the last. */
    static <T> List<T> changed(List<T> rows, int row, T other) {
        List<T> changed = new ArrayList<>(rows);
        if (row == rows.size()) {
            changed.add(other);
        } else {
            changed.set(row, other);
        }
        return changed;
    }

    static <T> List<T> swapped(List<T> rows, int upper) {
        List<T> swapped = new ArrayList<>(rows);
        Collections.swap(swapped, upper, upper + 1);
        return swapped;
    }

    static <T> List<T> without(List<T> rows, int row) {
        List<T> fewer = new ArrayList<>(rows);
        fewer.remove(row);
        return fewer;
    }

    private static PolicyTable with(PolicyTable table, List<Policy> rows) {
        return new PolicyTable(table.id(), table.name(), table.hit(), rows);
    }

    /** Does it, and shows what came of it; or returns what is wrong. */
    List<? extends FieldProblem> put(Supplier<List<? extends FieldProblem>> change) {
        try {
            List<? extends FieldProblem> problems = change.get();
            if (problems.isEmpty()) {
                show.run();
            }
            return problems;
        } catch (RulebookRefusedException late) {
            // what was typed stays in sight, and can be saved over what the other one did once that was read
            desk.read();
            show.run();
            return late.problems();
        }
    }

    private static Policy row() {
        return new Policy(
                id(),
                "",
                PolicyEffect.DENY,
                new PolicyHolders(Set.of(HolderKind.COURIER), Set.of(), List.of(), Set.of()),
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                0,
                Map.of());
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    private String text(String key, Object... arguments) {
        return place.getTranslation(key, arguments);
    }
}
