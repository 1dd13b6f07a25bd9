package dev.lintel.ui.user.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.marker.MarkerList;
import dev.lintel.domain.user.marker.MarkerRefusedException;
import dev.lintel.domain.user.marker.Markers;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The markers of each project that is visible. */
@Route(value = MarkersView.PATH, layout = MainLayout.class)
@PermitAll
public class MarkersView extends Div implements HasDynamicTitle {
    static final String PATH = "markers";

    private static final long serialVersionUID = 1L;

    private final transient Markers markers;
    private final transient List<Project> projects;
    private final transient Actor actor;
    private final RecordList<Marker> list;

    MarkersView(Markers markers, MarkerList all, Projects projects, RecordLists lists, CurrentActor current) {
        this.markers = markers;
        this.actor = current.get();
        actor.requireReach(Permission.MARKER_VIEW);
        this.projects = projects.list(actor);
        MarkerColumns columns = new MarkerColumns(actor, this.projects, this::change, this::askToDelete);
        this.list = lists.of(columns.list(PATH, all))
                .nothingYet(new EmptyState(getTranslation("marker.noneTitle"), getTranslation("marker.noneText")));
        addClassName("list-view");
        add(header(), new Paragraph(getTranslation("marker.about")), list);
    }

    private ViewHeader header() {
        if (!actor.may(Permission.MARKER_CREATE) || projects.isEmpty()) {
            return new ViewHeader(getTranslation("marker.title"));
        }
        Button add = new Button(getTranslation("marker.add"), VaadinIcon.PLUS.create(), click -> add());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        list.whenNew(this::add);
        return new ViewHeader(getTranslation("marker.title"), add);
    }

    private void add() {
        List<Project> chosen = ChosenProject.in(list.parameters())
                .map(id ->
                        projects.stream().filter(project -> project.id() == id).toList())
                .filter(found -> !found.isEmpty())
                .orElse(projects);
        MarkerDialog.toAdd(
                        chosen, (project, name, colour) -> markers.create(actor, project, name, colour), list::reload)
                .open();
    }

    private void change(Marker marker) {
        MarkerDialog.toChange(
                        marker,
                        (project, name, colour) -> markers.change(actor, project, marker.id(), name, colour),
                        list::reload)
                .open();
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
                Notification.show(getTranslation(Messages.keyOf(gone.reason()), gone.value()));
            }
            list.reload();
        });
        question.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("marker.title") + " · Lintel";
    }
}
