package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.lintel.domain.rulebook.Invariant;
import dev.lintel.domain.rulebook.Invariants;
import dev.lintel.domain.rulebook.Outcome;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.domain.rulebook.Scenario;
import dev.lintel.domain.rulebook.TrialReport;
import dev.lintel.domain.rulebook.TrialReport.InvariantResult;
import dev.lintel.domain.rulebook.TrialReport.OutcomeResult;
import dev.lintel.domain.rulebook.TrialReport.ScenarioResult;
import dev.lintel.domain.rulebook.TrialReport.Violation;
import dev.lintel.ui.i18n.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What rules are tried against before they may decide: scenarios, and statements that must hold for everybody. */
final class TestSection extends Section {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(TestSection.class);

    private final transient RuleSet rules;
    private final transient CaseSentences cases;
    private final transient @Nullable Supplier<TrialReport> trial;
    private final transient Consumer<TrialReport> heard;
    private final Map<String, Div> places = new HashMap<>();
    private final Map<String, Div> buttons = new HashMap<>();
    private final Div outcome = new Div();

    /**
     * @param trial takes a second or more; null for those who may not try rules
     * @param heard takes what came out, for what else shows it
     */
    TestSection(
            RuleSet rules,
            CaseSentences cases,
            @Nullable Supplier<TrialReport> trial,
            Consumer<TrialReport> heard,
            List<Component> ways) {
        this.rules = rules;
        this.cases = cases;
        this.trial = trial;
        this.heard = heard;
        addClassName("rulebook-tests");
        Div head = new Div(new H2(getTranslation("rulebook.tests")));
        head.addClassName("table-head");
        ways.forEach(head::add);
        outcome.addClassName("test-outcome");
        outcome.getElement().setAttribute("aria-live", "polite");
        add(head, new Paragraph(getTranslation("rulebook.testsText")), outcome);
        UnorderedList list = new UnorderedList();
        list.addClassName("rule-tests");
        list.add(item(Invariants.EGRESS, getTranslation("rulebook.egress"), getTranslation("rulebook.egressText")));
        rules.invariants()
                .forEach(invariant -> list.add(item(invariant.id(), invariant.name(), cases.invariant(invariant))));
        rules.scenarios().forEach(scenario -> list.add(item(scenario.id(), scenario.name(), cases.scenario(scenario))));
        add(list);
    }

    private ListItem item(String id, String name, String sentence) {
        Div place = new Div();
        place.addClassName("test-result");
        places.put(id, place);
        Div own = new Div();
        own.addClassName("rule-buttons");
        buttons.put(id, own);
        Paragraph words = new Paragraph(sentence);
        Div text = new Div(new H3(name), words, place);
        text.addClassName("text");
        ListItem item = new ListItem(text, own);
        item.addClassName("test-card");
        return item;
    }

    void offer(Scenario scenario, String label, VaadinIcon icon, Runnable action) {
        offer(scenario.id(), label, icon, action);
    }

    void offer(Invariant invariant, String label, VaadinIcon icon, Runnable action) {
        offer(invariant.id(), label, icon, action);
    }

    private void offer(String id, String label, VaadinIcon icon, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(label);
        button.setTooltipText(label);
        Objects.requireNonNull(buttons.get(id)).add(button);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Supplier<TrialReport> asked = trial;
        if (asked == null) {
            return;
        }
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        outcome.removeAll();
        outcome.add(new Paragraph(getTranslation("rulebook.tests.working")), bar);
        UI ui = event.getUI();
        Thread.startVirtualThread(() -> {
            try {
                TrialReport report = asked.get();
                ui.access(() -> show(report));
            } catch (RuntimeException failure) {
                LOG.error("rules could not be tried", failure);
                ui.access(() -> {
                    outcome.removeAll();
                    outcome.add(new Paragraph(getTranslation("rulebook.does.failed")));
                });
            }
        });
    }

    private void show(TrialReport report) {
        outcome.removeAll();
        long failed = report.failed();
        Paragraph sum = new Paragraph(getTranslation(
                failed == 0 ? "rulebook.tests.passed" : "rulebook.tests.failed", failed, report.tests()));
        sum.addClassNames("test-sum", failed == 0 ? "passed" : "failed");
        TrialReport.Coverage coverage = report.coverage();
        outcome.add(
                sum,
                new Paragraph(getTranslation(
                        "rulebook.tests.coverage",
                        coverage.rules(),
                        coverage.allRules(),
                        coverage.doors(),
                        coverage.allDoors(),
                        coverage.hours())));
        if (!coverage.untried().isEmpty()) {
            outcome.add(new UntriedRules(rules, coverage.untried()));
        }
        report.scenarios().forEach(this::show);
        report.invariants().forEach(this::show);
        heard.accept(report);
    }

    private void show(ScenarioResult result) {
        Div place = places.get(result.id());
        if (place == null) {
            return;
        }
        place.removeAll();
        place.add(badge(result.passed()));
        OutcomeResult outcome = result.outcome();
        if (!result.passed() && outcome != null) {
            place.add(new Span(said(outcome, result)));
        } else if (!result.passed()) {
            String key = result.verdict() == null
                    ? "rulebook.tests.notAsked"
                    : result.by().isEmpty() ? "rulebook.tests.another" : "rulebook.tests.anotherBy";
            place.add(new Span(getTranslation(
                    key,
                    result.reason() == null ? "" : getTranslation(Messages.keyOf(result.reason())),
                    String.join(", ", result.by()))));
        }
    }

    /** What a table says instead, and by which row. */
    private String said(OutcomeResult outcome, ScenarioResult result) {
        Outcome said = outcome.said();
        if (said == null) {
            return getTranslation("rulebook.tests.notAsked");
        }
        Integer row = outcome.row();
        return row == null
                ? getTranslation("rulebook.tests.noRow")
                : getTranslation("rulebook.tests.anotherRow", cases.outcome(said), row, String.join(", ", result.by()));
    }

    private void show(InvariantResult result) {
        Div place = places.get(result.id());
        if (place == null) {
            return;
        }
        place.removeAll();
        place.add(badge(result.holds()));
        Violation violation = result.violation();
        place.add(new Span(
                violation == null
                        ? getTranslation(
                                result.requests() == 0 ? "rulebook.tests.nothing" : "rulebook.tests.looked",
                                result.requests())
                        : getTranslation(
                                violation.personName() == null
                                        ? "rulebook.tests.violated"
                                        : "rulebook.tests.violatedBy",
                                cases.request(violation.example()),
                                String.join(", ", violation.by()),
                                violation.personName() == null ? "" : violation.personName())));
    }

    private Span badge(boolean passed) {
        Span badge = new Span(getTranslation(passed ? "rulebook.tests.pass" : "rulebook.tests.fail"));
        badge.addClassNames("change-badge", passed ? "new" : "removed");
        return badge;
    }
}
