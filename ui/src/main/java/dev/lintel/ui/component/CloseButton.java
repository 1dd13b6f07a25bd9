package dev.lintel.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Closes what is open beside a list. */
public final class CloseButton extends Button {
    private static final long serialVersionUID = 1L;

    public CloseButton(Runnable close) {
        super(VaadinIcon.CLOSE_SMALL.create());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        setAriaLabel(getTranslation("action.close"));
        addClickListener(click -> close.run());
    }
}
