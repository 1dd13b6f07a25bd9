package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.RuleSet;
import dev.lintel.ui.rulebook.PolicyChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a draft changes beside its policies: tables row by row, scenarios and invariants, as they are and as they would be. */
final class OtherChanges extends UnorderedList {
    private static final long serialVersionUID = 1L;

    private final transient PolicySentences sentences;
    private final transient CaseSentences cases;
    private final transient OutcomeSentences outcomes;

    /** One of them: what it is called, and what it says line by line. */
    private record Said(String name, List<String> lines) {}

    OtherChanges(
            RuleSet before, RuleSet after, PolicySentences sentences, CaseSentences cases, OutcomeSentences outcomes) {
        this.sentences = sentences;
        this.cases = cases;
        this.outcomes = outcomes;
        addClassName("rule-changes");
        Map<String, Said> was = said(before);
        Map<String, Said> is = said(after);
        is.forEach((id, now) -> {
            Said then = was.get(id);
            if (then == null) {
                add(item(Kind.NEW, now.name(), List.of(), now.lines()));
            } else if (!then.equals(now)) {
                add(item(
                        Kind.CHANGED,
                        now.name(),
                        without(then.lines(), now.lines()),
                        without(now.lines(), then.lines())));
            }
        });
        was.forEach((id, then) -> {
            if (!is.containsKey(id)) {
                add(item(Kind.REMOVED, then.name(), then.lines(), List.of()));
            }
        });
        setVisible(getComponentCount() > 0);
    }

    private Map<String, Said> said(RuleSet rules) {
        Map<String, Said> said = new LinkedHashMap<>();
        rules.tables().forEach(table -> said.put(table.id(), new Said(table.name(), lines(table))));
        rules.outcomes()
                .forEach(table -> said.put(
                        table.id(),
                        new Said(
                                table.name(),
                                IntStream.range(0, table.rows().size())
                                        .mapToObj(row -> outcomes.line(table, row))
                                        .toList())));
        rules.invariants().forEach(one -> said.put(one.id(), new Said(one.name(), List.of(cases.invariant(one)))));
        rules.scenarios().forEach(one -> said.put(one.id(), new Said(one.name(), List.of(cases.scenario(one)))));
        return said;
    }

    private List<String> lines(PolicyTable table) {
        List<String> lines = new ArrayList<>(List.of(getTranslation("rulebook.hit." + table.hit())));
        for (int i = 0; i < table.rows().size(); i++) {
            Policy row = table.rows().get(i);
            String told = String.join(" / ", row.reasons().values());
            lines.add((i + 1) + ". " + sentences.whole(row)
                    + (told.isEmpty() ? "" : " " + getTranslation("rulebook.told", told)));
        }
        return lines;
    }

    private static List<String> without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).toList();
    }

    private ListItem item(Kind kind, String called, List<String> gone, List<String> come) {
        Span name = new Span(called);
        name.addClassName("policy-name");
        Div head = new Div(new ChangeBadge(kind), name);
        head.addClassName("policy-head");
        ListItem item = new ListItem(head);
        gone.forEach(line -> {
            Paragraph struck = new Paragraph(line);
            struck.addClassName("gone");
            item.add(struck);
        });
        come.forEach(line -> item.add(new Paragraph(line)));
        return item;
    }
}
