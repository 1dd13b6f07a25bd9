package dev.lintel.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.access.Insiders;
import dev.lintel.domain.access.Insiders.Area;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.component.ChosenProject;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The areas in which somebody is, the fullest first, each leading to its people. */
final class AreaList extends UnorderedList {
    private static final long serialVersionUID = 1L;

    /** More are shown when somebody asks for them. */
    private static final int FIRST = 4;

    private final transient Insiders insiders;
    private final transient Actor actor;
    private final transient Consumer<Area> forget;
    private transient List<Area> shown = List.of();
    private boolean all;

    /** @param forget asks whether to forget everybody in an area */
    AreaList(Insiders insiders, Actor actor, Consumer<Area> forget) {
        this.insiders = insiders;
        this.actor = actor;
        this.forget = forget;
        addClassName("areas");
        getElement().setAttribute("aria-label", getTranslation("insider.areas"));
        setVisible(false);
    }

    /** @param project null is all of them */
    void show(@Nullable Long project) {
        List<Area> areas = insiders.areas(actor, project);
        if (!areas.equals(shown)) {
            shown = areas;
            draw();
        }
    }

    /** Whether nobody is anywhere. */
    boolean isEmpty() {
        return shown.isEmpty();
    }

    private void draw() {
        removeAll();
        setVisible(!shown.isEmpty());
        shown.stream().limit(all ? shown.size() : FIRST).forEach(area -> add(item(area)));
        if (!all && shown.size() > FIRST) {
            Button more = new Button(getTranslation("insider.allAreas", shown.size()), click -> {
                all = true;
                draw();
            });
            more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            add(new ListItem(more));
        }
    }

    private ListItem item(Area area) {
        Anchor name = new Anchor(
                InsidersView.PATH + "?" + ChosenProject.PARAMETER + "=" + area.project() + "&area=" + area.group(),
                area.name());
        Span count = new Span(getTranslation("insider.count", area.inside()));
        count.addClassName("count");
        ListItem item = new ListItem(name, count);
        if (insiders.mayForget(actor, area.project(), area.group())) {
            Button forgetAll = new Button(getTranslation("insider.forgetAll"), click -> forget.accept(area));
            forgetAll.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            forgetAll.setAriaLabel(getTranslation("insider.forgetAllIn", area.name()));
            item.add(forgetAll);
        }
        return item;
    }
}
