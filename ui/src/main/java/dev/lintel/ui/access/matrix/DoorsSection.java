package dev.lintel.ui.access.matrix;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.access.matrix.AccessMatrix;
import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.access.matrix.Opens;
import dev.lintel.domain.listing.Condition;
import dev.lintel.domain.listing.ListQuery;
import dev.lintel.domain.listing.Operator;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The first doors that open to somebody at the moment, for their page. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class DoorsSection extends Div {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LOOKED_AT = 200;
    private static final int MOST_SHOWN = 8;

    private final transient AccessMatrix matrix;
    private final transient Actor actor;

    DoorsSection(AccessMatrix matrix, CurrentActor current) {
        this.matrix = matrix;
        this.actor = current.get();
        addClassName("person-doors");
    }

    /** Shows the doors of somebody, as far as the actor may see them. */
    public void show(long project, String user) {
        removeAll();
        if (!AccessMatrix.isFor(actor)) {
            return;
        }
        Collection<MatrixCell> open = open(project, user);
        Section section = new Section(new H2(getTranslation("doors.now")));
        if (open.isEmpty()) {
            section.add(new Paragraph(getTranslation("doors.noneNow")));
        } else {
            UnorderedList list = new UnorderedList(open.stream()
                    .limit(MOST_SHOWN)
                    .map(cell -> item(project, cell))
                    .toArray(ListItem[]::new));
            list.addClassName("rows");
            section.add(list);
        }
        section.add(new Anchor(
                DoorsView.path(project, user),
                open.size() > MOST_SHOWN
                        ? getTranslation("doors.more", open.size() - MOST_SHOWN)
                        : getTranslation("doors.anyTime")));
        add(section);
    }

    /** Each door and direction once, whatever it is opened with. */
    private Collection<MatrixCell> open(long project, String user) {
        ListQuery<MatrixCell> query = ListQuery.everything(matrix.listing())
                .narrowedTo(List.of(
                        is("project", Long.toString(project)),
                        is("user", user),
                        is("opens", "now"),
                        is("ownerType", "owner")));
        Map<String, MatrixCell> doors = new LinkedHashMap<>();
        matrix.page(actor, query, null, MOST_LOOKED_AT).rows().stream()
                .filter(cell -> cell.opens() == Opens.NOW)
                .sorted(Comparator.comparing(cell -> cell.place().name()))
                .forEach(cell -> doors.putIfAbsent(where(cell), cell));
        return doors.values();
    }

    private Condition<MatrixCell> is(String field, String value) {
        return Condition.read(matrix.listing().known(field), Operator.IS, List.of(value));
    }

    private static String where(MatrixCell cell) {
        return cell.place().device().id() + "/" + cell.place().accessPoint();
    }

    private static ListItem item(long project, MatrixCell cell) {
        Anchor door = new Anchor(
                OpenersView.path(project, cell.place().device().id()),
                cell.place().name());
        door.addClassName("device-name");
        String direction = cell.place().accessPoint();
        Span badge = new Span("✓ " + UI.getCurrentOrThrow().getTranslation("Opens.NOW"));
        badge.addClassNames("user-status", "active");
        return new ListItem(door, new Span(direction == null ? "" : direction), badge);
    }
}
