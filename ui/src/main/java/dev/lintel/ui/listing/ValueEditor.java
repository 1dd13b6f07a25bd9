package dev.lintel.ui.listing;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the values of a condition are written. */
interface ValueEditor {
    Component component();

    /** Shows values as a condition writes them. */
    void show(List<String> texts);

    /** The values as a condition reads them; null while something is missing. */
    @Nullable
    List<String> texts();
}
