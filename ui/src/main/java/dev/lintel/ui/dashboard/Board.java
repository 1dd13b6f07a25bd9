package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.dashboard.Dashboards;
import dev.lintel.domain.user.dashboard.PlacedWidget;
import dev.lintel.domain.user.dashboard.WidgetSize;
import dev.lintel.ui.component.EmptyState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * The widgets of Today as somebody has arranged them. Each change is kept at once; only the widget that is changed is moved
 * or made anew.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Board extends Div implements WidgetFrame.Listener {
    private static final long serialVersionUID = 1L;
    private static final int UNDO_MILLIS = 15_000;

    private final transient Dashboards dashboards;
    private final transient Map<String, Widget> widgets = new LinkedHashMap<>();
    private final transient Actor actor;
    private final Map<String, WidgetFrame> frames = new HashMap<>();
    private final ArrangeBar bar = new ArrangeBar(this::unhide, this::reset);
    private final Div grid = new Div();
    private transient List<PlacedWidget> layout = List.of();
    private @Nullable Long project;
    private boolean arranging;

    Board(Dashboards dashboards, List<Widget> all, CurrentActor current) {
        this.dashboards = dashboards;
        this.actor = current.get();
        all.forEach(widget -> widgets.put(widget.key(), widget));
        addClassName("board-place");
        grid.addClassName("board");
        bar.setVisible(false);
        add(bar, grid);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript("context://js/dashboard.js");
    }

    void show(@Nullable Long narrowedTo) {
        project = narrowedTo;
        showAll(dashboards.of(actor));
    }

    boolean isArranging() {
        return arranging;
    }

    void arrange(boolean on) {
        arranging = on;
        bar.setVisible(on);
        grid.setClassName("arranging", on);
        frames.values().forEach(frame -> frame.arrange(on));
        showHidden();
    }

    private void showAll(List<PlacedWidget> wanted) {
        layout = wanted;
        frames.clear();
        grid.removeAll();
        layout.stream().filter(PlacedWidget::shown).forEach(placed -> grid.add(frame(placed)));
        if (frames.isEmpty()) {
            grid.add(new EmptyState(getTranslation("dashboard.emptyTitle"), getTranslation("dashboard.emptyText")));
        }
        showHidden();
    }

    private WidgetFrame frame(PlacedWidget placed) {
        Widget widget = Objects.requireNonNull(widgets.get(placed.widget()));
        WidgetFrame frame = new WidgetFrame(placed, widget, widget.content(actor, project), this);
        frame.arrange(arranging);
        frames.put(placed.widget(), frame);
        return frame;
    }

    private void showHidden() {
        Map<String, String> names = new LinkedHashMap<>();
        layout.stream()
                .filter(placed -> !placed.shown())
                .forEach(placed -> names.put(placed.widget(), name(placed.widget())));
        bar.showHidden(names);
    }

    private String name(String widget) {
        return getTranslation(Objects.requireNonNull(widgets.get(widget)).caption());
    }

    private void keep(List<PlacedWidget> wanted) {
        layout = dashboards.arrange(actor, wanted);
    }

    @Override
    public void step(String widget, WidgetStep step) {
        WidgetSize size = placed(widget).size();
        int place = shown().indexOf(placed(widget));
        switch (step) {
            case EARLIER -> dropped(widget, Math.max(0, place - 1));
            case LATER -> dropped(widget, Math.min(shown().size() - 1, place + 1));
            case NARROWER -> resized(widget, WidgetSize.nearest(size.width() - 1, size.height()));
            case WIDER -> resized(widget, WidgetSize.nearest(size.width() + 1, size.height()));
            case LOWER -> resized(widget, WidgetSize.nearest(size.width(), size.height() - 1));
            case TALLER -> resized(widget, WidgetSize.nearest(size.width(), size.height() + 1));
            case HIDE -> hide(widget);
        }
        WidgetFrame frame = frames.get(widget);
        if (frame != null) {
            frame.focus(step);
        }
    }

    @Override
    public void dropped(String widget, int place) {
        PlacedWidget moved = placed(widget);
        List<PlacedWidget> others = new ArrayList<>(shown());
        others.remove(moved);
        if (!moved.shown() || place < 0 || place > others.size() || shown().indexOf(moved) == place) {
            return;
        }
        List<PlacedWidget> wanted = new ArrayList<>(layout);
        wanted.remove(moved);
        wanted.add(place == others.size() ? wanted.size() : wanted.indexOf(others.get(place)), moved);
        keep(wanted);
        WidgetFrame frame = Objects.requireNonNull(frames.get(widget));
        grid.remove(frame);
        grid.addComponentAtIndex(place, frame);
        bar.say(getTranslation("dashboard.moved", name(widget), place + 1, others.size() + 1));
    }

    @Override
    public void resized(String widget, WidgetSize size) {
        change(widget, placed -> placed.with(size));
        WidgetFrame frame = frames.get(widget);
        if (frame != null) {
            frame.show(size);
            bar.say(getTranslation("dashboard.resized", name(widget), size.width(), size.height()));
        }
    }

    private void hide(String widget) {
        change(widget, placed -> placed.shown(false));
        WidgetFrame gone = frames.remove(widget);
        if (gone != null) {
            grid.remove(gone);
        }
        if (frames.isEmpty()) {
            showAll(layout);
        }
        showHidden();
        bar.say(getTranslation("dashboard.isHidden", name(widget)));
    }

    private void unhide(String widget) {
        change(widget, placed -> placed.shown(true));
        if (frames.isEmpty()) {
            showAll(layout);
        } else {
            PlacedWidget back = placed(widget);
            grid.addComponentAtIndex(shown().indexOf(back), frame(back));
            showHidden();
        }
        Objects.requireNonNull(frames.get(widget)).focus(WidgetStep.HIDE);
        bar.say(getTranslation("dashboard.isShown", name(widget)));
    }

    private void reset() {
        List<PlacedWidget> before = layout;
        showAll(dashboards.reset(actor));
        Notification done = new Notification();
        Button undo = new Button(getTranslation("dashboard.undo"), click -> {
            done.close();
            showAll(dashboards.arrange(actor, before));
        });
        undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        done.add(new Span(getTranslation("dashboard.isUsual")), undo);
        done.setDuration(UNDO_MILLIS);
        done.open();
    }

    private void change(String widget, UnaryOperator<PlacedWidget> change) {
        keep(layout.stream()
                .map(placed -> placed.widget().equals(widget) ? change.apply(placed) : placed)
                .toList());
    }

    private PlacedWidget placed(String widget) {
        return layout.stream()
                .filter(placed -> placed.widget().equals(widget))
                .findFirst()
                .orElseThrow();
    }

    private List<PlacedWidget> shown() {
        return layout.stream().filter(PlacedWidget::shown).toList();
    }
}
