package dev.lintel.ui.access.matrix;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import dev.lintel.domain.access.matrix.AccessMatrix;
import dev.lintel.domain.access.matrix.AccessMatrix.Door;
import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.device.DeviceStatus;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.listing.RecordList;
import dev.lintel.ui.listing.RecordLists;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Who can open a door, now or at another time. */
@Route(value = OpenersView.PATH, layout = MainLayout.class)
@RouteAlias(value = OpenersView.PATH + "/:project(\\d{1,18})/:device*", layout = MainLayout.class)
@PermitAll
public class OpenersView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    public static final String PATH = "openers";

    private static final long serialVersionUID = 1L;

    private final transient AccessMatrix matrix;
    private final transient DeviceList devices;
    private final transient RecordLists lists;
    private final transient ObjectProvider<MatrixColumns> columns;
    private final transient Actor actor;
    private String asked = "";

    OpenersView(
            AccessMatrix matrix,
            DeviceList devices,
            RecordLists lists,
            ObjectProvider<MatrixColumns> columns,
            CurrentActor current) {
        this.matrix = matrix;
        this.devices = devices;
        this.lists = lists;
        this.columns = columns;
        this.actor = current.get();
        actor.requireReach(Permission.IDENTIFIER_VIEW_OWN);
        actor.requireReach(Permission.DEVICE_VIEW);
        addClassNames("list-view", "openers-view");
    }

    /** Where it is said who can open a device. */
    public static String path(long project, String device) {
        return PATH + "/" + project + "/" + device;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        QueryParameters query = event.getLocation().getQueryParameters();
        String device = parameters.get("device").orElse("");
        if (device.isEmpty()) {
            asked = "";
            removeAll();
            add(
                    new ViewHeader(getTranslation("openers.title")),
                    choice(ChosenProject.in(query).orElse(null)),
                    new EmptyState(getTranslation("openers.chooseTitle"), getTranslation("openers.chooseText")));
            return;
        }
        long project = parameters.getLong("project").orElseThrow(NotFoundException::new);
        // a filter of the list stays on this page
        String now = path(project, device) + MomentBar.bounds(query);
        if (!now.equals(asked)) {
            Door door = matrix.door(actor, project, device).orElseThrow(NotFoundException::new);
            asked = now;
            show(project, door, query);
        }
    }

    private void show(long project, Door door, QueryParameters query) {
        String path = path(project, door.device().id());
        removeAll();
        ComboBox<DeviceStatus> other = choice(project);
        other.setPlaceholder(door.name());
        MomentBar bar = new MomentBar(path, query)
                .directions(door.accessPoints())
                .locks(door.device().locks());
        bar.addComponentAsFirst(other);
        RecordList<MatrixCell> list = lists.of(columns.getObject().openers(path))
                .within("project", Long.toString(project))
                .within("device", door.device().id())
                .nothingYet(new EmptyState(getTranslation("openers.noneTitle"), getTranslation("openers.noneText")));
        MomentBar.bounds(query).forEach(bound -> list.within(bound.getFirst(), bound.getLast()));
        add(new ViewHeader(getTranslation("openers.of", door.name())), bar, help(), list);
    }

    private Paragraph help() {
        return new Paragraph(getTranslation("openers.help"));
    }

    private ComboBox<DeviceStatus> choice(@Nullable Long project) {
        ComboBox<DeviceStatus> choice = new ComboBox<>(getTranslation("openers.device"));
        choice.setItemLabelGenerator(DeviceStatus::displayName);
        choice.setItems(query -> found(project, query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        choice.addValueChangeListener(change -> {
            DeviceStatus chosen = change.getValue();
            if (chosen != null) {
                getUI().ifPresent(ui -> ui.navigate(
                        path(chosen.project(), chosen.device().id()),
                        ui.getActiveViewLocation().getQueryParameters().including(ChosenProject.PARAMETER)));
            }
        });
        return choice;
    }

    private Stream<DeviceStatus> found(@Nullable Long project, String text, int offset, int limit) {
        List<Condition<DeviceStatus>> within = new ArrayList<>();
        if (project != null) {
            within.add(is("project", Operator.IS, project.toString()));
        }
        if (!text.isBlank()) {
            within.add(is("words", Operator.HAS, text));
        }
        int most = Math.min(offset + limit, Records.MOST_ROWS);
        return most <= offset
                ? Stream.empty()
                : devices
                        .page(actor, ListQuery.everything(devices.listing()).narrowedTo(within), null, most)
                        .rows()
                        .stream()
                        .skip(offset);
    }

    private Condition<DeviceStatus> is(String field, Operator operator, String value) {
        return Condition.read(devices.listing().known(field), operator, List.of(value));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("openers.title") + " · Lintel";
    }
}
