package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.icon.VaadinIcon;

/** What can be done with a widget by one press of a button. */
enum WidgetStep {
    EARLIER("widget.earlier", VaadinIcon.ARROW_LEFT),
    LATER("widget.later", VaadinIcon.ARROW_RIGHT),
    NARROWER("widget.narrower", VaadinIcon.ANGLE_LEFT),
    WIDER("widget.wider", VaadinIcon.ANGLE_RIGHT),
    LOWER("widget.lower", VaadinIcon.ANGLE_UP),
    TALLER("widget.taller", VaadinIcon.ANGLE_DOWN),
    HIDE("widget.hide", VaadinIcon.EYE_SLASH);

    private final String words;
    private final VaadinIcon icon;

    WidgetStep(String words, VaadinIcon icon) {
        this.words = words;
        this.icon = icon;
    }

    /** Key of what the button says, with the name of the widget. */
    String words() {
        return words;
    }

    VaadinIcon icon() {
        return icon;
    }
}
