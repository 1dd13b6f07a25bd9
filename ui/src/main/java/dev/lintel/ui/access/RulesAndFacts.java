package dev.lintel.ui.access;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.lintel.domain.access.Decision;
import dev.lintel.domain.access.RecordedDecision;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.i18n.Moments;
import java.time.Instant;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** For those who want to know exactly: the rules that fired, and the facts as they are kept for every later replay. */
final class RulesAndFacts extends Div {
    private static final long serialVersionUID = 1L;
    private static final ObjectWriter JSON = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    RulesAndFacts(RecordedDecision recorded, Moments moments) {
        addClassName("rules-and-facts");
        Decision decision = recorded.decision();
        Facts about = new Facts();
        about.fact("explain.ruleVersion", new Code(decision.ruleVersion()));
        Instant until = decision.until();
        about.fact(
                "explain.sameUntil",
                until == null
                        ? getTranslation("explain.sameForever")
                        : moments.when(until, recorded.facts().at()));
        OrderedList fired = new OrderedList();
        new RuleNames(decision).names().forEach(rule -> fired.add(new ListItem(rule)));
        Details rules =
                new Details(getTranslation("explain.rules", decision.rules().size()), fired, about);
        Details facts = new Details(
                getTranslation("explain.facts"),
                new Paragraph(getTranslation("explain.factsText")),
                new Pre(JSON.writeValueAsString(recorded.facts())));
        add(rules, facts);
    }
}
