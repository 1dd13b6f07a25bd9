package dev.lintel.ui.group;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.group.FoundGroup;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * A field for some groups of one project: typed and found by the words of their path, or picked from the tree. Its value
 * are their ids. Say the project with {@link #setProject} first.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public final class GroupPicker extends CustomField<List<String>> {
    private static final long serialVersionUID = 1L;

    /** A group to choose, the same however many people it has meanwhile. */
    private record Choice(String id, String name, String path) {
        static Choice of(FoundGroup found) {
            return new Choice(found.node().id(), found.node().name(), String.join(" / ", found.path()));
        }
    }

    private final transient Groups groups;
    private final transient Actor actor;
    private final MultiSelectComboBox<Choice> box = new MultiSelectComboBox<>();
    private final Button tree = new Button(VaadinIcon.FILE_TREE.create());
    private @Nullable Long project;

    GroupPicker(Groups groups, CurrentActor current) {
        super(List.of());
        this.groups = groups;
        this.actor = current.get();
        addClassName("group-picker");
        setLabel(getTranslation("group.picker"));
        box.setPlaceholder(getTranslation("group.pickerHint"));
        box.setItemLabelGenerator(Choice::name);
        box.setRenderer(new ComponentRenderer<>(GroupPicker::option));
        box.setAriaLabel(getTranslation("group.picker"));
        box.setItems(query -> search(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                updateValue();
            }
        });
        tree.setAriaLabel(getTranslation("group.pickFromTree"));
        tree.setTooltipText(getTranslation("group.pickFromTree"));
        tree.addClickListener(click -> pickFromTree());
        Div row = new Div(box, tree);
        row.addClassName("group-picker-row");
        add(row);
    }

    /** Whose groups there are to choose. Empties the field. */
    public void setProject(long id) {
        project = id;
        clear();
        box.getDataProvider().refreshAll();
    }

    @Override
    protected List<String> generateModelValue() {
        return box.getValue().stream().map(Choice::id).toList();
    }

    /** Ids of groups that are not there to see are passed over. */
    @Override
    protected void setPresentationValue(List<String> ids) {
        box.setValue(choices(ids));
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        box.setReadOnly(readOnly);
        tree.setVisible(!readOnly);
    }

    private Stream<Choice> search(String words, int offset, int limit) {
        Long chosen = project;
        return chosen == null
                ? Stream.empty()
                : groups.search(actor, chosen, words, offset, limit).stream().map(Choice::of);
    }

    private Set<Choice> choices(Collection<String> ids) {
        Long chosen = project;
        return chosen == null || ids.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(groups.named(actor, chosen, ids).stream()
                        .map(Choice::of)
                        .toList());
    }

    /** How people read some of them. */
    public String text(Collection<String> ids) {
        return choices(ids).stream().map(Choice::path).collect(Collectors.joining(", "));
    }

    private void pickFromTree() {
        GroupTreeDialog dialog =
                new GroupTreeDialog(getTranslation("group.pickFromTree"), groups, actor, project, this::picked);
        dialog.open();
    }

    private void picked(GroupNode node) {
        Set<Choice> all = new LinkedHashSet<>(box.getValue());
        all.addAll(choices(List.of(node.id())));
        box.setValue(all);
        updateValue();
    }

    private static Div option(Choice choice) {
        Span path = new Span(choice.path());
        path.addClassName("group-path");
        Div option = new Div(new Span(choice.name()), path);
        option.addClassName("group-option");
        return option;
    }
}
