package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.user.dashboard.PlacedWidget;
import dev.lintel.domain.user.dashboard.WidgetSize;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A widget in its place; while people arrange it lies behind its buttons. */
final class WidgetFrame extends Section {
    private static final long serialVersionUID = 1L;

    /** Who is told what is to become of a widget. */
    interface Listener {
        void step(String widget, WidgetStep step);

        /** @param place among those that are shown, without this one */
        void dropped(String widget, int place);

        void resized(String widget, WidgetSize size);
    }

    private final String widget;
    private final String name;
    private final transient Listener listener;
    private final Div content;
    private final Div tools = new Div();
    private final Map<WidgetStep, Button> buttons = new EnumMap<>(WidgetStep.class);

    WidgetFrame(PlacedWidget placed, Widget widget, Component shown, Listener listener) {
        this.widget = placed.widget();
        this.name = getTranslation(widget.caption());
        this.listener = listener;
        this.content = new Div(shown);
        addClassName("widget");
        content.addClassName("widget-content");
        tools.addClassName("widget-tools");
        getElement().setAttribute("aria-label", name);
        getElement().setAttribute("data-widget", this.widget);
        if (widget.headed()) {
            add(new H2(name));
        }
        add(content);
        show(placed.size());
        listen();
    }

    void show(WidgetSize size) {
        getStyle().set("--w", String.valueOf(size.width())).set("--h", String.valueOf(size.height()));
    }

    /** Nothing in it is followed by accident while it is moved about. */
    void arrange(boolean arranging) {
        content.getElement().setAttribute("inert", arranging);
        if (arranging && buttons.isEmpty()) {
            prepare();
        }
        if (arranging) {
            add(tools);
        } else {
            remove(tools);
        }
    }

    /** A button that was moved with its widget would lose the focus. */
    void focus(WidgetStep step) {
        Button button = buttons.get(step);
        if (button != null) {
            button.focus();
        }
    }

    private void prepare() {
        Span grip = new Span(VaadinIcon.GRID_SMALL.create(), new Span(name));
        grip.addClassName("widget-grip");
        grip.setTitle(getTranslation("widget.drag"));
        tools.add(grip);
        Div steps = new Div();
        steps.addClassName("widget-steps");
        for (WidgetStep step : WidgetStep.values()) {
            Button button = new Button(step.icon().create(), click -> listener.step(widget, step));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
            String words = getTranslation(step.words(), name);
            button.setAriaLabel(words);
            button.setTooltipText(words);
            button.addClassName("widget-" + step.name().toLowerCase(Locale.ROOT));
            buttons.put(step, button);
            steps.add(button);
        }
        Span corner = new Span();
        corner.addClassName("widget-corner");
        corner.setTitle(getTranslation("widget.resize"));
        tools.add(steps, corner);
    }

    private void listen() {
        getElement()
                .addEventListener(
                        "widget-drop",
                        event -> listener.dropped(
                                widget,
                                event.getEventData().path("event.detail.place").asInt()))
                .addEventData("event.detail.place");
        getElement()
                .addEventListener(
                        "widget-size",
                        event -> listener.resized(
                                widget,
                                WidgetSize.nearest(
                                        event.getEventData()
                                                .path("event.detail.width")
                                                .asInt(),
                                        event.getEventData()
                                                .path("event.detail.height")
                                                .asInt())))
                .addEventData("event.detail.width")
                .addEventData("event.detail.height");
    }
}
