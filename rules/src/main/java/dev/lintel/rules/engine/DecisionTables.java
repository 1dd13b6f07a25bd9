package dev.lintel.rules.engine;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.rules.authoring.TableColumn;
import dev.lintel.rules.authoring.TableModels;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.kie.dmn.api.core.DMNRuntime;

/** The decision tables of a rulebook about doors, ready to be asked. */
final class DecisionTables {
    private static final Logger LOG = System.getLogger(DecisionTables.class.getName());

    private final List<Ready> tables = new ArrayList<>();

    private record Ready(PolicyTable table, DmnTable<AccessFacts> ready) {}

    /**
     * @throws RuleCompilationException if a model is wrong
     */
    DecisionTables(List<PolicyTable> tables) {
        if (tables.isEmpty()) {
            return;
        }
        DMNRuntime runtime = DmnTable.runtime(texts(tables));
        for (int i = 0; i < tables.size(); i++) {
            PolicyTable table = tables.get(i);
            this.tables.add(new Ready(table, DmnTable.of(runtime, TableModels.name(i), TableColumn.of(table))));
        }
    }

    /** The models of tables, as they are compiled. */
    static List<String> texts(List<PolicyTable> tables) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            texts.add(TableModels.text(tables.get(i), i));
        }
        return texts;
    }

    /** A row that counts. */
    record Hit(PolicyTable table, int row) {}

    /**
     * The rows that count for a request, one of each table at most.
     *
     * @param isUndecided whether a table cannot tell, as when two rows fit of which only one may
     */
    record Hits(List<Hit> rows, boolean isUndecided) {
        static final Hits NONE = new Hits(List.of(), false);
    }

    /** @param facts their device and holder are known */
    Hits hits(AccessFacts facts) {
        if (tables.isEmpty()) {
            return Hits.NONE;
        }
        List<Hit> hits = new ArrayList<>();
        boolean undecided = false;
        for (Ready one : tables) {
            int row = one.ready().row(facts);
            if (row == DmnTable.UNDECIDED) {
                undecided = true;
                LOG.log(
                        Level.WARNING,
                        "table {0} cannot tell which row counts, so it is denied",
                        one.table().id());
            }
            if (row >= 0) {
                hits.add(new Hit(one.table(), row));
            }
        }
        return new Hits(hits, undecided);
    }
}
