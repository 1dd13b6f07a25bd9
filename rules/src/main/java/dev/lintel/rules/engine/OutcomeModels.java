package dev.lintel.rules.engine;

import dev.lintel.domain.rulebook.HitPolicy;
import dev.lintel.domain.rulebook.OutcomeQuestion;
import dev.lintel.domain.rulebook.OutcomeRules;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.rules.authoring.TableColumn;
import dev.lintel.rules.authoring.TableModels;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Decides by tables about something else than doors, each a model of its own. */
final class OutcomeModels implements OutcomeRules {
    /** What is asked for rarely is compiled again when it is asked for again much later. */
    private static final int MOST_READY = 256;

    private final Map<OutcomeTable, DmnTable<OutcomeQuestion>> ready = new ConcurrentHashMap<>();

    @Override
    public void prepare(OutcomeTable table) {
        ready(table);
    }

    @Override
    public OptionalInt row(OutcomeTable table, OutcomeQuestion question) {
        int row = ready(table).row(question);
        if (row == DmnTable.UNDECIDED) {
            throw new IllegalStateException("table " + table.id() + " cannot tell which row counts");
        }
        return row == DmnTable.NONE ? OptionalInt.empty() : OptionalInt.of(row);
    }

    private DmnTable<OutcomeQuestion> ready(OutcomeTable table) {
        DmnTable<OutcomeQuestion> known = ready.get(table);
        if (known != null) {
            return known;
        }
        if (ready.size() > MOST_READY) {
            ready.clear();
        }
        return ready.computeIfAbsent(table, OutcomeModels::compiled);
    }

    private static DmnTable<OutcomeQuestion> compiled(OutcomeTable table) {
        List<TableColumn<OutcomeQuestion>> columns = TableColumn.of(table);
        String name = TableModels.name(0);
        String text = TableModels.text(name, HitPolicy.FIRST, table.rows().size(), columns);
        return DmnTable.of(DmnTable.runtime(List.of(text)), name, columns);
    }
}
