package dev.lintel.rules.engine;

import dev.lintel.rules.authoring.TableColumn;
import dev.lintel.rules.authoring.TableModels;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * A decision table that is ready to be asked. Asking shares nothing, so that any number of threads may at once.
 *
 * @param <Q> what it is asked
 */
final class DmnTable<Q> {
    /** No row fits. */
    static final int NONE = -1;

    /** It cannot tell which row counts, as when two rows fit of which only one may. */
    static final int UNDECIDED = -2;

    private final DMNRuntime runtime;
    private final DMNModel model;
    private final List<TableColumn<Q>> columns;

    private DmnTable(DMNRuntime runtime, DMNModel model, List<TableColumn<Q>> columns) {
        this.runtime = runtime;
        this.model = model;
        this.columns = columns;
    }

    /**
     * Makes a runtime of models.
     *
     * @throws RuleCompilationException if one is wrong
     */
    static DMNRuntime runtime(List<String> texts) {
        return DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(texts.stream()
                        .map(text -> ResourceFactory.newReaderResource(new StringReader(text), "UTF-8"))
                        .toList())
                .getOrElseThrow(failure -> new RuleCompilationException(List.of(String.valueOf(failure))));
    }

    /**
     * @param name of one of the models of the runtime
     * @throws RuleCompilationException if it is wrong
     */
    static <Q> DmnTable<Q> of(DMNRuntime runtime, String name, List<TableColumn<Q>> columns) {
        DMNModel model = runtime.getModel("urn:lintel:" + name, name);
        if (model == null || model.hasErrors()) {
            throw new RuleCompilationException(
                    model == null
                            ? List.of(name + " is missing")
                            : model.getMessages(DMNMessage.Severity.ERROR).stream()
                                    .map(DMNMessage::getText)
                                    .toList());
        }
        return new DmnTable<>(runtime, model, columns);
    }

    /** The number of the row that counts, from 0, or one of {@link #NONE} and {@link #UNDECIDED}. */
    int row(Q asked) {
        DMNContext context = runtime.newContext();
        for (TableColumn<Q> column : columns) {
            List<BigDecimal> fitting = column.fitting(asked);
            if (fitting.isEmpty()) {
                return NONE;
            }
            context.set(column.name(), fitting);
        }
        DMNResult result = runtime.evaluateAll(model, context);
        DMNDecisionResult decided = result.getDecisionResultByName(TableModels.DECISION);
        if (result.hasErrors() || decided.hasErrors()) {
            return UNDECIDED;
        }
        return decided.getResult() instanceof BigDecimal number ? number.intValueExact() : NONE;
    }
}
