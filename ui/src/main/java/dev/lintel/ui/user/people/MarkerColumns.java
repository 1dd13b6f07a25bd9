package dev.lintel.ui.user.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.marker.MarkerList;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How markers are shown in a list. A marker leads to the people who have it.
 *
 * @param change is to change one
 * @param delete is to delete one, after a question
 */
record MarkerColumns(Actor actor, List<Project> projects, Consumer<Marker> change, Consumer<Marker> delete) {
    ListDescription<Marker> list(String path, MarkerList markers) {
        return ListDescription.of(path, "marker", markers, marker -> marker.project() + "/" + marker.id(), columns())
                .searching("name")
                .card(new ComponentRenderer<>(this::card));
    }

    private List<ListColumn<Marker>> columns() {
        List<ListColumn<Marker>> columns = new ArrayList<>();
        columns.add(ListColumn.of("name", Marker::name)
                .drawn(new ComponentRenderer<>(this::name))
                .grow(3));
        if (projects.size() > 1) {
            columns.add(ListColumn.of("where", this::project));
        }
        columns.add(ListColumn.of("colour", Marker::colour).hidden());
        if (actor.may(Permission.MARKER_EDIT) || actor.may(Permission.MARKER_DELETE)) {
            columns.add(ListColumn.<Marker>of("actions", marker -> null)
                    .drawn(new ComponentRenderer<>(this::actions))
                    .width("13rem")
                    .onScreenOnly());
        }
        return columns;
    }

    private Div card(Marker marker) {
        Div card = new Div(name(marker), actions(marker));
        card.addClassName("record-card");
        if (projects.size() > 1) {
            card.addComponentAtIndex(1, new Span(project(marker)));
        }
        return card;
    }

    private Component name(Marker marker) {
        Span dot = new Span();
        dot.addClassName("marker-dot");
        dot.getStyle().set("--marker", marker.colour());
        Span name = new Span(marker.name());
        name.addClassName("record-name");
        Span both = new Span(dot, name);
        both.addClassName("strong");
        boolean seesPeople = !(actor.reach(Permission.USER_VIEW) instanceof Reach.Nothing);
        return seesPeople ? new Anchor(people(marker), both) : both;
    }

    private static String people(Marker marker) {
        return UsersView.PATH + "?" + ChosenProject.PARAMETER + "=" + marker.project() + "&marker=" + marker.id();
    }

    private String project(Marker marker) {
        return projects.stream()
                .filter(project -> project.id() == marker.project())
                .map(Project::name)
                .findFirst()
                .orElse("");
    }

    private Div actions(Marker marker) {
        Div actions = new Div();
        actions.addClassName("row-actions");
        if (actor.may(Permission.MARKER_EDIT)) {
            actions.add(button("marker.edit", "marker.editOf", marker, change));
        }
        if (actor.may(Permission.MARKER_DELETE)) {
            Button button = button("marker.delete", "marker.deleteOf", marker, delete);
            button.addThemeVariants(ButtonVariant.LUMO_ERROR);
            actions.add(button);
        }
        return actions;
    }

    private static Button button(String key, String label, Marker marker, Consumer<Marker> action) {
        UI ui = UI.getCurrentOrThrow();
        Button button = new Button(ui.getTranslation(key), click -> action.accept(marker));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(ui.getTranslation(label, marker.name()));
        return button;
    }
}
