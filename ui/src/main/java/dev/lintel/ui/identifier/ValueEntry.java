package dev.lintel.ui.identifier;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** The place where the value of an identifier is entered, with the help that its type needs. */
interface ValueEntry {
    Component component();

    /** As entered; empty when the server is to make one, or a photo stands for it. */
    String value();

    /** The photo of a face as it was chosen; null when none was. */
    default byte @Nullable [] photo() {
        return null;
    }

    void refuse(String why);

    void forgetProblem();

    void focus();

    void setReadOnly(boolean readOnly);
}
