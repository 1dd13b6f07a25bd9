package dev.lintel.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;

/** Stops and restarts the arrival of new entries. */
final class LiveSwitch extends Button {
    private static final long serialVersionUID = 1L;

    private boolean on = true;

    LiveSwitch(Runnable resumed) {
        addClassName("live-switch");
        addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        setPrefixComponent(new Span());
        addClickListener(click -> {
            on = !on;
            show();
            if (on) {
                resumed.run();
            }
        });
        show();
    }

    boolean isOn() {
        return on;
    }

    private void show() {
        setText(getTranslation(on ? "acsLog.live" : "acsLog.paused"));
        setTooltipText(getTranslation(on ? "acsLog.pause" : "acsLog.resume"));
        getElement().setAttribute("aria-pressed", String.valueOf(on));
        setClassName("on", on);
    }
}
