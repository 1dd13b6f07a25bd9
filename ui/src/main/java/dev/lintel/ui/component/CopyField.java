package dev.lintel.ui.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;

/** A value to take along: shown whole, selected at a click, copied by a button. */
public final class CopyField extends TextField {
    private static final long serialVersionUID = 1L;

    // the clipboard API is there on HTTPS and localhost only; the old way works everywhere else
    private static final String COPY = """
            const field = $0, input = field.inputElement;
            const done = () => { this.setAttribute('data-copied', ''); setTimeout(() => this.removeAttribute('data-copied'), 1500); };
            if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(field.value).then(done); }
            else { input.select(); document.execCommand('copy'); done(); }
            """;

    public CopyField(String label, String value) {
        super(label);
        addClassName("copy-field");
        setValue(value);
        setReadOnly(true);
        setAutoselect(true);
        setWidthFull();
        Button copy = new Button(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        copy.setTooltipText(getTranslation("action.copy"));
        copy.setAriaLabel(getTranslation("action.copyOf", label));
        copy.addClickListener(click -> copy.getElement().executeJs(COPY, getElement()));
        setSuffixComponent(copy);
    }
}
