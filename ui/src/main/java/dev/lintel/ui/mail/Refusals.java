package dev.lintel.ui.mail;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.shared.HasValidationProperties;
import dev.lintel.domain.mail.MailRefusedException.Problem;
import dev.lintel.ui.i18n.Messages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what is wrong at the field that it is about, and everything else below. */
final class Refusals extends UnorderedList {
    private static final long serialVersionUID = 1L;

    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

    Refusals() {
        addClassName("refusals");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** Shows problems of that name at this field. */
    <F extends Component & HasValidationProperties> F at(String name, F field) {
        fields.put(name, field);
        return field;
    }

    void show(List<Problem> problems) {
        fields.values().forEach(field -> field.setInvalid(false));
        removeAll();
        for (Problem problem : problems) {
            String sentence = getTranslation(Messages.keyOf(problem.reason()), problem.given());
            HasValidationProperties field = fields.get(problem.field());
            if (field == null) {
                add(new ListItem(sentence));
            } else if (!field.isInvalid()) {
                field.setErrorMessage(sentence);
                field.setInvalid(true);
            }
        }
        setVisible(getComponentCount() > 0);
    }

    /** Leads to the first field that is wrong. */
    void focusFirst() {
        fields.values().stream()
                .filter(HasValidationProperties::isInvalid)
                .findFirst()
                .filter(Focusable.class::isInstance)
                .ifPresent(field -> ((Focusable<?>) field).focus());
    }
}
