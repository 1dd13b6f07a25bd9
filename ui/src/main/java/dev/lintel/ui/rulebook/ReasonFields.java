package dev.lintel.ui.rulebook;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.rulebook.Policy;
import dev.lintel.ui.component.Refusals;
import dev.lintel.ui.i18n.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What people at the door are told, in each language. */
final class ReasonFields extends Section {
    private static final long serialVersionUID = 1L;

    private final Map<Language, TextField> fields = new EnumMap<>(Language.class);

    ReasonFields(Refusals refusals) {
        add(new H3(getTranslation("rulebook.reasons")), new Paragraph(getTranslation("rulebook.reasonsHelp")));
        for (Language language : Language.values()) {
            TextField field = new TextField(language.ownName());
            field.setMaxLength(Policy.LONGEST_REASON);
            fields.put(language, field);
            refusals.at("reasons." + tag(language), field);
            add(field);
        }
    }

    void show(Map<String, String> reasons) {
        fields.forEach((language, field) -> field.setValue(reasons.getOrDefault(tag(language), "")));
    }

    Map<String, String> value() {
        Map<String, String> reasons = new HashMap<>();
        fields.forEach((language, field) -> {
            String text = field.getValue().strip();
            if (!text.isEmpty()) {
                reasons.put(tag(language), text);
            }
        });
        return reasons;
    }

    private static String tag(Language language) {
        return language.locale().getLanguage();
    }
}
