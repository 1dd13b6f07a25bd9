package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.rulebook.OfflineContract;
import dev.lintel.domain.rulebook.OfflineEffect;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.PolicyTable;
import dev.lintel.domain.rulebook.RuleSet;

/** What devices do with a policy while they are cut off, device by device. */
final class OfflineNote extends Div {
    private static final long serialVersionUID = 1L;

    /** So many devices are named. */
    private static final int MOST_NAMED = 50;

    OfflineNote(OfflineEffect effect) {
        addClassName("offline-note");
        add(new Paragraph(getTranslation(
                "rulebook.offlineSum", effect.devices(), effect.opening().size())));
        if (!effect.opening().isEmpty()) {
            add(new Details(getTranslation("rulebook.offlineDevices"), names(effect)));
        }
    }

    /** What devices keep to by themselves is said at once; all else is counted when somebody asks. */
    static Component of(RulebookDesk desk, RuleSet rules, Policy policy) {
        return OfflineContract.of(rules).isKept(policy) ? kept() : question(desk, rules, policy.id());
    }

    /** The same of a table. */
    static Component of(RulebookDesk desk, RuleSet rules, PolicyTable table) {
        return OfflineContract.of(rules).isKept(table) ? kept() : question(desk, rules, table.id());
    }

    private static Component kept() {
        Paragraph kept = new Paragraph();
        kept.setText(kept.getTranslation("rulebook.offlineKept"));
        kept.addClassName("offline-kept");
        return kept;
    }

    private static Details question(RulebookDesk desk, RuleSet rules, String id) {
        Details question = new Details();
        question.addClassName("offline-question");
        question.setSummaryText(question.getTranslation("rulebook.offline"));
        question.addOpenedChangeListener(change -> {
            question.removeAll();
            if (change.isOpened()) {
                desk.offline(rules, id).map(OfflineNote::new).ifPresent(question::add);
            }
        });
        return question;
    }

    private Component names(OfflineEffect effect) {
        UnorderedList list = new UnorderedList();
        effect.opening().stream()
                .limit(MOST_NAMED)
                .forEach(one -> list.add(
                        new ListItem(getTranslation("rulebook.offlineDevice", one.deviceName(), one.identifiers()))));
        int more = effect.opening().size() - MOST_NAMED;
        if (more > 0) {
            list.add(new ListItem(getTranslation("rulebook.offlineMore", more)));
        }
        return list;
    }
}
