package dev.lintel.ui.user.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.marker.MarkerRefusedException;
import dev.lintel.domain.user.marker.Markers;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** The markers of each project that is visible. */
@Route(value = "markers", layout = MainLayout.class)
@PermitAll
public class MarkersView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Markers markers;
    private final transient Projects projects;
    private final transient Actor actor;
    private transient Optional<Long> chosen = Optional.empty();

    MarkersView(Markers markers, Projects projects, CurrentActor current) {
        this.markers = markers;
        this.projects = projects;
        this.actor = current.get();
        actor.requireReach(Permission.MARKER_VIEW);
        addClassName("form-view");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        chosen = ChosenProject.in(event.getLocation().getQueryParameters());
        refresh();
    }

    private void refresh() {
        removeAll();
        add(new ViewHeader(getTranslation("marker.title")), new Paragraph(getTranslation("marker.about")));
        projects.list(actor).stream()
                .filter(project -> chosen.isEmpty() || chosen.get() == project.id())
                .forEach(project -> add(section(project)));
    }

    private Section section(Project project) {
        Section section = new Section(new H2(project.name()));
        List<Marker> known = markers.list(actor, project.id());
        if (known.isEmpty()) {
            section.add(new Paragraph(getTranslation("marker.noneText")));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("rows");
            known.forEach(marker -> list.add(row(marker)));
            section.add(list);
        }
        if (actor.may(Permission.MARKER_CREATE)) {
            section.add(new Button(getTranslation("marker.add"), VaadinIcon.PLUS.create(), click -> new MarkerDialog(
                            getTranslation("marker.add"),
                            null,
                            (name, colour) -> markers.create(actor, project.id(), name, colour),
                            this::refresh)
                    .open()));
        }
        return section;
    }

    private ListItem row(Marker marker) {
        Span dot = new Span();
        dot.addClassName("marker-dot");
        dot.getStyle().set("--marker", marker.colour());
        Span name = new Span(dot, new Span(marker.name()));
        name.addClassName("device-name");
        Div actions = new Div();
        actions.addClassName("row-actions");
        if (actor.may(Permission.MARKER_EDIT)) {
            Button edit = small("marker.edit", "marker.editOf", marker);
            edit.addClickListener(click -> new MarkerDialog(
                            getTranslation("marker.edit"),
                            marker,
                            (text, colour) -> markers.change(actor, marker.project(), marker.id(), text, colour),
                            this::refresh)
                    .open());
            actions.add(edit);
        }
        if (actor.may(Permission.MARKER_DELETE)) {
            Button delete = small("marker.delete", "marker.deleteOf", marker);
            delete.addThemeVariants(ButtonVariant.LUMO_ERROR);
            delete.addClickListener(click -> askToDelete(marker));
            actions.add(delete);
        }
        return new ListItem(name, actions);
    }

    private Button small(String key, String label, Marker marker) {
        Button button = new Button(getTranslation(key));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(label, marker.name()));
        return button;
    }

    private void askToDelete(Marker marker) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("marker.deleteTitle", marker.name()));
        question.setText(getTranslation("marker.deleteText"));
        question.setCancelable(true);
        question.setCancelText(getTranslation("action.cancel"));
        question.setConfirmText(getTranslation("marker.delete"));
        question.setConfirmButtonTheme("error primary");
        question.addConfirmListener(confirm -> {
            try {
                markers.delete(actor, marker.project(), marker.id());
            } catch (MarkerRefusedException gone) {
                Notification.show(getTranslation(Messages.keyOf(gone.reason())));
            }
            refresh();
        });
        question.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("marker.title") + " · Lintel";
    }
}
