package dev.lintel.ui.component;

import com.vaadin.flow.component.select.Select;
import dev.lintel.ui.i18n.Messages;

/** A choice among constants of the domain under their names, or of none. */
public final class EnumSelect<E extends Enum<E>> extends Select<E> {
    private static final long serialVersionUID = 1L;

    @SafeVarargs
    public EnumSelect(String label, E... constants) {
        super(label);
        setItems(constants);
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(getTranslation("filter.any"));
        setPlaceholder(getTranslation("filter.any"));
        setItemLabelGenerator(
                constant -> constant == null ? getTranslation("filter.any") : getTranslation(Messages.keyOf(constant)));
    }
}
