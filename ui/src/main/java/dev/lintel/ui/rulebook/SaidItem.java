package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** A rule in a list: its name, what it says, and struck out what it no longer does. */
final class SaidItem extends ListItem {
    private static final long serialVersionUID = 1L;

    private SaidItem(ReportWords.Item item) {
        Span name = new Span(item.name());
        name.addClassName("policy-name");
        add(name);
        item.said().forEach(line -> {
            Paragraph struck = new Paragraph(line);
            struck.addClassName("gone");
            add(struck);
        });
        item.says().forEach(line -> add(new Paragraph(line)));
    }

    static UnorderedList list(List<ReportWords.Item> items) {
        UnorderedList list = new UnorderedList();
        list.addClassName("rule-changes");
        items.forEach(item -> list.add(new SaidItem(item)));
        return list;
    }
}
