package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.ui.rulebook.RulebookParts.Of;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What people do with tables about something else than doors. Each change is in the draft at once. */
final class OutcomeDeeds {
    private final Component place;
    private final RulebookDesk desk;
    private final Of parts;
    private final TableDeeds tables;

    OutcomeDeeds(Component place, RulebookDesk desk, Of parts, TableDeeds tables) {
        this.place = place;
        this.desk = desk;
        this.parts = parts;
        this.tables = tables;
    }

    TableCard card(OutcomeTable table) {
        TableCard card = new TableCard(parts.outcomes().shown(table));
        if (desk.mayDraft()) {
            tables.offer(
                    card,
                    new TableDeeds.Ways(
                            table.name(),
                            table.rows().size(),
                            () -> edit("rulebook.editTable", table),
                            () -> desk.remove(table),
                            row -> editRow(table, row),
                            upper -> tables.put(() -> desk.put(with(table, TableDeeds.swapped(table.rows(), upper)))),
                            row -> desk.put(with(table, TableDeeds.without(table.rows(), row)))));
        }
        return card;
    }

    /** Of which kinds there is no table yet. */
    List<OutcomeKind> missing() {
        return Arrays.stream(OutcomeKind.values())
                .filter(kind -> desk.rules().outcomes().stream().noneMatch(table -> table.kind() == kind))
                .toList();
    }

    /** A table begins with its first row: one without any says nothing. */
    void write(OutcomeKind kind) {
        String name = text("rulebook.outcome." + kind);
        edit("rulebook.addTable", new OutcomeTable(TableDeeds.id(), name, kind, List.of(row())));
    }

    private void edit(String title, OutcomeTable table) {
        new TableDialog(
                        text(title),
                        table.name(),
                        null,
                        (name, hit) -> tables.put(
                                () -> desk.put(new OutcomeTable(table.id(), name, table.kind(), table.rows()))))
                .open();
    }

    private void editRow(OutcomeTable table, int row) {
        boolean isNew = row == table.rows().size();
        String title = isNew ? text("rulebook.addRowTo", table.name()) : text("rulebook.editRow", row + 1);
        OutcomeRow edited = isNew ? row() : table.rows().get(row);
        new OutcomeRowDialog(title, table.kind(), edited, parts.choices(), parts.outcomes(), changed -> {
                    List<OutcomeRow> rows = TableDeeds.changed(table.rows(), row, changed);
                    return tables.put(() -> desk.put(with(table, rows))).stream()
                            .map(problem -> RulebookDesk.within("rows[" + row + "].", problem))
                            .toList();
                })
                .open();
    }

    private static OutcomeTable with(OutcomeTable table, List<OutcomeRow> rows) {
        return new OutcomeTable(table.id(), table.name(), table.kind(), rows);
    }

    private static OutcomeRow row() {
        return new OutcomeRow(
                TableDeeds.id(),
                Set.of(),
                PolicyHolders.EVERYBODY,
                PolicyDoors.EVERY,
                PolicyTimes.ALWAYS,
                Outcome.NOTHING);
    }

    private String text(String key, Object... arguments) {
        return place.getTranslation(key, arguments);
    }
}
