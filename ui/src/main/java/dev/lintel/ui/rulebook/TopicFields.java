package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.lintel.domain.device.EventClasses;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeTopics;
import dev.lintel.ui.component.Refusals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a row is about: notifications and passes, or events by their codes, also such of which the server has never heard. */
final class TopicFields extends Section {
    private static final long serialVersionUID = 1L;

    private final MultiSelectComboBox<String> topics;
    private final List<String> known = new ArrayList<>();

    TopicFields(OutcomeKind kind, OutcomeSentences sentences, Refusals refusals, Runnable changed) {
        topics = new MultiSelectComboBox<>(getTranslation("rulebook.topics." + kind));
        if (kind == OutcomeKind.EVENT_PRIORITY) {
            known.addAll(EventClasses.known());
            topics.setAllowCustomValue(true);
            topics.addCustomValueSetListener(typed -> choose(OutcomeTopics.ofEvent(typed.getDetail())));
        } else {
            known.addAll(OutcomeTopics.notifications());
            known.addAll(OutcomeTopics.passes());
        }
        topics.setItems(known);
        topics.setItemLabelGenerator(topic -> sentences.topic(kind, topic));
        topics.setPlaceholder(getTranslation("rulebook.any"));
        topics.setWidthFull();
        topics.addValueChangeListener(change -> changed.run());
        refusals.at("topics", topics);
        add(
                new H3(getTranslation("rulebook.column.what")),
                new Paragraph(getTranslation("rulebook.topicsHelp." + kind)),
                topics);
    }

    private void choose(String code) {
        if (!code.isEmpty()) {
            Set<String> all = new LinkedHashSet<>(topics.getValue());
            all.add(code);
            show(all);
        }
    }

    void show(Set<String> chosen) {
        List<String> all = new ArrayList<>(known);
        chosen.stream().filter(topic -> !known.contains(topic)).sorted().forEach(all::add);
        topics.setItems(all);
        topics.setValue(chosen);
    }

    Set<String> value() {
        return topics.getValue();
    }
}
