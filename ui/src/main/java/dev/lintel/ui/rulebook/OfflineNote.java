package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.rulebook.OfflineEffect;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.domain.rulebook.RuleSet;
import java.util.List;

/** What devices do with a policy while they are cut off, device by device. */
final class OfflineNote extends Details {
    private static final long serialVersionUID = 1L;

    /** So many devices are named. */
    private static final int MOST_NAMED = 50;

    /** It is counted when somebody opens it. */
    OfflineNote(RulebookDesk desk, Policy policy) {
        addClassName("offline-note");
        setSummaryText(getTranslation("rulebook.offline"));
        addOpenedChangeListener(change -> {
            removeAll();
            if (change.isOpened()) {
                desk.offline(RuleSet.of(List.of(policy))).forEach(this::tell);
            }
        });
    }

    OfflineNote(OfflineEffect effect) {
        addClassName("offline-note");
        setSummaryText(sum(effect));
        names(effect);
        setEnabled(!effect.opening().isEmpty());
    }

    private void tell(OfflineEffect effect) {
        add(new Paragraph(sum(effect)));
        names(effect);
    }

    private String sum(OfflineEffect effect) {
        return getTranslation(
                "rulebook.offlineSum", effect.devices(), effect.opening().size(), effect.shut());
    }

    private void names(OfflineEffect effect) {
        UnorderedList list = new UnorderedList();
        effect.opening().stream()
                .limit(MOST_NAMED)
                .forEach(one -> list.add(
                        new ListItem(getTranslation("rulebook.offlineDevice", one.deviceName(), one.identifiers()))));
        int more = effect.opening().size() - MOST_NAMED;
        if (more > 0) {
            list.add(new ListItem(getTranslation("rulebook.offlineMore", more)));
        }
        add(list);
    }
}
