package dev.lintel.ui.permission;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.PermissionCatalogue;
import dev.lintel.domain.permission.PermissionCatalogue.Area;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The catalogue to choose from: by area, a line for each action, and how far it reaches as choices on that line. */
public final class PermissionPicker extends Div {
    private static final long serialVersionUID = 1L;

    private final transient PermissionWords words;
    private final Map<Permission, Checkbox> boxes = new EnumMap<>(Permission.class);
    private final transient List<Shown> areas = new ArrayList<>();
    private final Paragraph nothing = new Paragraph(getTranslation("filter.noneText"));
    private final transient Runnable changed;

    private record Shown(Area area, Details details, Span count, List<Line> lines) {}

    private record Line(Div line, List<Permission> permissions) {}

    /**
     * @param offered what can be chosen; the others are absent
     * @param changed called whenever a person has chosen something
     */
    public PermissionPicker(PermissionWords words, Set<Permission> offered, Runnable changed) {
        this.words = words;
        this.changed = changed;
        addClassName("permission-picker");
        TextField search = new TextField();
        search.setPlaceholder(getTranslation("permission.search"));
        search.setAriaLabel(getTranslation("permission.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> narrow(change.getValue().strip()));
        Div columns = new Div();
        columns.addClassName("permission-areas");
        PermissionCatalogue.areas().forEach(area -> offer(area, offered, columns));
        nothing.setVisible(false);
        add(search, columns, nothing);
    }

    public Set<Permission> chosen() {
        Set<Permission> chosen = EnumSet.noneOf(Permission.class);
        boxes.forEach((permission, box) -> {
            if (box.getValue()) {
                chosen.add(permission);
            }
        });
        return chosen;
    }

    public void choose(Set<Permission> permissions) {
        boxes.forEach((permission, box) -> box.setValue(permissions.contains(permission)));
        count();
        areas.forEach(shown -> shown.details().setOpened(chosenOf(shown.area()) > 0));
    }

    public void setReadOnly(boolean readOnly) {
        boxes.values().forEach(box -> box.setReadOnly(readOnly));
    }

    private void offer(Area area, Set<Permission> offered, Div columns) {
        List<Line> lines = new ArrayList<>();
        area.actions().values().forEach(all -> {
            List<Permission> scoped = all.stream().filter(offered::contains).toList();
            if (!scoped.isEmpty()) {
                lines.add(new Line(all.size() == 1 ? single(all.getFirst()) : line(scoped), scoped));
            }
        });
        if (lines.isEmpty()) {
            return;
        }
        Div content = new Div();
        content.addClassName("permission-lines");
        lines.forEach(line -> content.add(line.line()));
        Span count = new Span();
        count.addClassName("count");
        Span title = new Span(new Span(words.area(area)), count);
        title.addClassName("permission-area");
        Details details = new Details(title, content);
        areas.add(new Shown(area, details, count, lines));
        columns.add(details);
    }

    private Div single(Permission permission) {
        Div line = new Div(box(permission, words.permission(permission)));
        line.addClassName("permission-line");
        return line;
    }

    private Div line(List<Permission> scoped) {
        Span action = new Span(words.action(scoped));
        action.addClassName("permission-action");
        Div choices = new Div();
        choices.addClassName("permission-scopes");
        scoped.forEach(permission -> {
            Checkbox box = box(permission, words.scope(permission));
            box.setAriaLabel(words.permission(permission));
            box.setTooltipText(words.permission(permission));
            choices.add(box);
        });
        Div line = new Div(action, choices);
        line.addClassName("permission-line");
        line.getElement().setAttribute("role", "group").setAttribute("aria-label", words.action(scoped));
        return line;
    }

    private Checkbox box(Permission permission, String label) {
        Checkbox box = new Checkbox(label);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                count();
                changed.run();
            }
        });
        boxes.put(permission, box);
        return box;
    }

    private void count() {
        areas.forEach(shown -> {
            long chosen = chosenOf(shown.area());
            shown.count().setText(chosen == 0 ? "" : getTranslation("number", chosen));
        });
    }

    private long chosenOf(Area area) {
        return area.permissions().stream()
                .map(boxes::get)
                .filter(box -> box != null && box.getValue())
                .count();
    }

    private void narrow(String part) {
        boolean found = false;
        for (Shown shown : areas) {
            boolean wholeArea = words.area(shown.area()).equalsIgnoreCase(part);
            boolean any = false;
            for (Line line : shown.lines()) {
                boolean fits = wholeArea
                        || line.permissions().stream().anyMatch(permission -> words.mentions(permission, part));
                line.line().setVisible(fits);
                any |= fits;
            }
            shown.details().setVisible(any);
            shown.details().setOpened(any && !part.isEmpty() || part.isEmpty() && chosenOf(shown.area()) > 0);
            found |= any;
        }
        nothing.setVisible(!found);
    }
}
