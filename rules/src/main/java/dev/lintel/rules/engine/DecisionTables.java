package dev.lintel.rules.engine;

import dev.lintel.domain.access.AccessFacts;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyDoors;
import dev.lintel.domain.rulebook.PolicyHolders;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.PolicyTimes;
import dev.lintel.rules.authoring.TableModels;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The decision tables of a rulebook, ready to be asked. Asking shares nothing, so that any number of doors may at once. */
final class DecisionTables {
    private static final int NONE = -1;
    private static final int UNDECIDED = -2;
    private static final Logger LOG = System.getLogger(DecisionTables.class.getName());

    private final List<Ready> tables = new ArrayList<>();
    private final @Nullable DMNRuntime runtime;

    /**
     * @throws RuleCompilationException if a model is wrong
     */
    DecisionTables(List<PolicyTable> tables) {
        List<String> texts = texts(tables);
        this.runtime = texts.isEmpty()
                ? null
                : DMNRuntimeBuilder.fromDefaults()
                        .buildConfiguration()
                        .fromResources(texts.stream()
                                .map(text -> ResourceFactory.newReaderResource(new StringReader(text), "UTF-8"))
                                .toList())
                        .getOrElseThrow(failure -> new RuleCompilationException(List.of(String.valueOf(failure))));
        for (int i = 0; i < tables.size(); i++) {
            this.tables.add(ready(tables.get(i), i));
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

    private Ready ready(PolicyTable table, int number) {
        String name = "table-" + (number + 1);
        DMNModel model = runtime == null ? null : runtime.getModel("urn:lintel:" + name, name);
        if (model == null || model.hasErrors()) {
            throw new RuleCompilationException(
                    model == null
                            ? List.of(name + " is missing")
                            : model.getMessages(DMNMessage.Severity.ERROR).stream()
                                    .map(DMNMessage::getText)
                                    .toList());
        }
        return new Ready(
                table,
                model,
                TableModels.choices(table, Policy::holders),
                TableModels.choices(table, Policy::doors),
                TableModels.choices(table, Policy::times));
    }

    private record Ready(
            PolicyTable table,
            DMNModel model,
            List<PolicyHolders> holders,
            List<PolicyDoors> doors,
            List<PolicyTimes> times) {}

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
        for (Ready ready : tables) {
            int row = row(ready, facts);
            undecided |= row == UNDECIDED;
            if (row >= 0) {
                hits.add(new Hit(ready.table(), row));
            }
        }
        return new Hits(hits, undecided);
    }

    private int row(Ready ready, AccessFacts facts) {
        List<BigDecimal> who = fitting(ready.holders(), holders -> holders.fit(facts));
        List<BigDecimal> where = fitting(ready.doors(), doors -> doors.fit(facts));
        if (runtime == null || who.isEmpty() || where.isEmpty()) {
            return NONE;
        }
        DMNContext context = runtime.newContext();
        context.set(TableModels.COLUMNS.get(0), who);
        context.set(TableModels.COLUMNS.get(1), where);
        context.set(TableModels.COLUMNS.get(2), fitting(ready.times(), times -> times.fit(facts)));
        DMNResult result = runtime.evaluateAll(ready.model(), context);
        DMNDecisionResult decided = result.getDecisionResultByName(TableModels.DECISION);
        if (result.hasErrors() || decided.hasErrors()) {
            LOG.log(
                    Level.WARNING,
                    "table {0} cannot tell which row counts, so it is denied",
                    ready.table().id());
            return UNDECIDED;
        }
        return decided.getResult() instanceof BigDecimal number ? number.intValueExact() : NONE;
    }

    private static <T> List<BigDecimal> fitting(List<T> choices, Predicate<T> fits) {
        List<BigDecimal> fitting = new ArrayList<>(choices.size());
        for (int i = 0; i < choices.size(); i++) {
            if (fits.test(choices.get(i))) {
                fitting.add(BigDecimal.valueOf(i));
            }
        }
        return fitting;
    }
}
