package dev.lintel.ui.identifier;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.IdentifierRefusedException.Problem;
import dev.lintel.domain.identifier.exchange.IdentifierImport;
import dev.lintel.domain.identifier.exchange.IdentifierImport.Outcome;
import dev.lintel.domain.identifier.exchange.IdentifierImport.Wish;
import dev.lintel.domain.identifier.exchange.ListedIdentifier;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.exchange.UserImport.Verdict;
import dev.lintel.domain.user.people.UserList;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.user.exchange.VerdictTable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows once there is a list: a dry run that says what becomes of each row, and the import with its progress. */
final class ImportSteps extends Div {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ImportSteps.class);
    private static final double SMALLEST_STEP = 0.01;

    private final transient IdentifierImport imports;
    private final transient Actor actor;
    private final transient Project project;
    private final transient Runnable stored;
    private final ComboBox<Owner> otherwise;
    private final Div result = new Div();
    private transient @Nullable Wish wish;

    /** @param stored called when an import is done */
    ImportSteps(IdentifierImport imports, UserList users, Actor actor, Project project, Runnable stored) {
        this.imports = imports;
        this.actor = actor;
        this.project = project;
        this.stored = stored;
        addClassName("import-steps");
        otherwise = Owner.field(users, actor, project.id());
        otherwise.setLabel(getTranslation("identifierImport.otherwise"));
        otherwise.setHelperText(getTranslation("identifierImport.otherwiseHelp"));
        otherwise.setClearButtonVisible(true);
        otherwise.setVisible(false);
        otherwise.addValueChangeListener(change -> again());
        result.getElement().setAttribute("aria-live", "polite");
        result.addClassName("import-result");
        add(otherwise, result);
    }

    /** The dry run of a list. */
    void check(String source, List<ListedIdentifier> rows) {
        wish = new Wish(source, rows, otherwise());
        otherwise.setVisible(true);
        ProgressBar waiting = new ProgressBar();
        waiting.setIndeterminate(true);
        show(new Paragraph(getTranslation("import.checking")), waiting);
        Wish wanted = wish;
        inBackground(ui -> {
            Outcome plan = imports.plan(actor, project.id(), wanted);
            ui.access(() -> offer(plan));
        });
    }

    void forget() {
        wish = null;
        otherwise.setVisible(false);
        result.removeAll();
    }

    void say(String text) {
        Paragraph problem = new Paragraph(text);
        problem.addClassName("problem");
        show(problem);
    }

    void waiting(String text) {
        ProgressBar waiting = new ProgressBar();
        waiting.setIndeterminate(true);
        show(new Paragraph(text), waiting);
    }

    private void again() {
        Wish known = wish;
        if (known != null) {
            check(known.source(), known.rows());
        }
    }

    private @Nullable String otherwise() {
        return otherwise.getValue() == null ? null : otherwise.getValue().id();
    }

    private void offer(Outcome plan) {
        result.removeAll();
        result.add(new VerdictTable(
                getTranslation("identifiers.value"),
                plan.lines().stream()
                        .map(line -> new VerdictTable.Line(
                                line.line(),
                                line.value(),
                                line.verdict(),
                                line.problems().stream().map(this::said).toList()))
                        .toList()));
        int taken = plan.count(Verdict.ADDED) + plan.count(Verdict.CHANGED);
        int refused = plan.count(Verdict.REFUSED);
        if (taken == 0) {
            result.add(new Paragraph(getTranslation("identifierImport.nothing")));
            return;
        }
        Button apply = new Button(
                getTranslation(refused == 0 ? "identifierImport.apply" : "identifierImport.applyRest", taken, refused),
                click -> apply());
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setDisableOnClick(true);
        result.add(apply);
    }

    private String said(Problem problem) {
        String why = getTranslation(Messages.keyOf(problem.field())) + ": "
                + getTranslation(Messages.keyOf(problem.reason()));
        return problem.value().isEmpty() ? why : why + " (" + problem.value() + ")";
    }

    private void apply() {
        Wish wanted = wish;
        if (wanted == null) {
            return;
        }
        ProgressBar bar = new ProgressBar();
        show(new Paragraph(getTranslation("identifierImport.working")), bar);
        inBackground(ui -> {
            double[] shown = {0};
            Outcome outcome = imports.load(actor, project.id(), wanted, true, progress -> {
                if (progress - shown[0] >= SMALLEST_STEP) {
                    shown[0] = progress;
                    ui.access(() -> bar.setValue(Math.min(1, progress)));
                }
            });
            ui.access(() -> finished(outcome));
        });
    }

    /** Somebody may have changed what the rows mean since the dry run; then nothing may be left to store. */
    private void finished(Outcome outcome) {
        if (outcome.stored() == null) {
            offer(outcome);
            return;
        }
        forget();
        show(
                new Paragraph(getTranslation(
                        "identifierImport.done", outcome.count(Verdict.ADDED), outcome.count(Verdict.CHANGED))),
                new Anchor(
                        IdentifiersView.PATH + "?project=" + project.id(),
                        getTranslation("identifierImport.toIdentifiers")));
        stored.run();
    }

    /** Work that takes long, off the thread of the page. */
    void inBackground(Work work) {
        UI ui = UI.getCurrentOrThrow();
        Thread.ofVirtual().name("identifier-import").start(() -> {
            try {
                work.run(ui);
            } catch (RuntimeException failed) {
                LOG.error("an import of identifiers failed", failed);
                ui.access(() -> say(getTranslation("import.failed")));
            }
        });
    }

    /** What is done in the background; it reaches the page by {@link UI#access}. */
    interface Work {
        void run(UI ui);
    }

    private void show(Component... components) {
        result.removeAll();
        result.add(components);
    }
}
