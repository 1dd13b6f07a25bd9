package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.lintel.domain.device.EventClasses;
import dev.lintel.domain.rulebook.OutcomeKind;
import dev.lintel.domain.rulebook.OutcomeTopics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scenario is about: one notification, the reason of a pass, or one event by its code, also an unknown one. */
final class TopicField extends ComboBox<String> {
    private static final long serialVersionUID = 1L;

    private final List<String> known = new ArrayList<>();

    TopicField(OutcomeKind about, OutcomeSentences sentences) {
        switch (about) {
            case EVENT_PRIORITY -> {
                setLabel(getTranslation("rulebook.topics.EVENT_PRIORITY"));
                known.add("");
                known.addAll(EventClasses.known());
                addCustomValueSetListener(typed -> setValue(OutcomeTopics.ofEvent(typed.getDetail())));
            }
            case NOTIFICATION_IMPORTANCE -> {
                setLabel(getTranslation("rulebook.topics.NOTIFICATION_IMPORTANCE"));
                OutcomeTopics.notifications().stream()
                        .filter(topic -> !topic.equals(OutcomeTopics.PASS))
                        .forEach(known::add);
                known.addAll(OutcomeTopics.passes());
            }
            case GUEST_LIMITS -> {
                // of a pass there is nothing more to say than whose it is, and for whom
            }
        }
        setItems(known);
        setItemLabelGenerator(topic -> sentences.topic(about, topic));
        setRequiredIndicatorVisible(true);
    }

    @Override
    public void setValue(@Nullable String topic) {
        if (topic != null && !known.contains(topic)) {
            known.add(topic);
            setItems(known);
        }
        super.setValue(topic);
    }
}
