package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.rulebook.OutcomeRow;
import dev.lintel.domain.rulebook.OutcomeTable;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.RuleSet;
import java.util.List;

/** The policies and rows that no scenario asks about, as people call them. */
final class UntriedRules extends Details {
    private static final long serialVersionUID = 1L;

    private final UnorderedList names = new UnorderedList();

    /** @param ids of those */
    UntriedRules(RuleSet rules, List<String> ids) {
        rules.policies().stream().filter(policy -> ids.contains(policy.id())).forEach(policy -> tell(policy.name()));
        for (PolicyTable table : rules.tables()) {
            rows(table.name(), table.rows().stream().map(Policy::id).toList(), ids);
        }
        for (OutcomeTable table : rules.outcomes()) {
            rows(table.name(), table.rows().stream().map(OutcomeRow::id).toList(), ids);
        }
        setSummaryText(getTranslation("rulebook.tests.untried", names.getComponentCount()));
        add(names);
        setVisible(names.getComponentCount() > 0);
    }

    private void rows(String table, List<String> rows, List<String> ids) {
        for (int i = 0; i < rows.size(); i++) {
            if (ids.contains(rows.get(i))) {
                tell(getTranslation("ruleReport.row", table, i + 1));
            }
        }
    }

    private void tell(String name) {
        names.add(new ListItem(name));
    }
}
