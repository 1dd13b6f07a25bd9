package dev.lintel.ui.group;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.AbstractBackEndHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.function.SerializableRunnable;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.ui.i18n.Messages;
import java.util.stream.Stream;

/** A preview of groups: names and addresses are fields, and groups can be added and taken out. */
final class DraftTree extends TreeGrid<Draft> {
    private static final long serialVersionUID = 1L;

    private final SerializableRunnable changed;

    DraftTree(Draft root, SerializableRunnable changed) {
        this.changed = changed;
        addClassName("draft-tree");
        addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_NO_ROW_BORDERS, GridVariant.LUMO_COMPACT);
        setSelectionMode(SelectionMode.NONE);
        addComponentHierarchyColumn(this::row).setFlexGrow(1);
        setDataProvider(new Items(root));
        if (root.below().size() == 1) {
            expand(root.below());
        }
    }

    /** The drafts themselves; nothing is copied. */
    private static final class Items extends AbstractBackEndHierarchicalDataProvider<Draft, Void> {
        private static final long serialVersionUID = 1L;

        private final transient Draft root;

        Items(Draft root) {
            this.root = root;
        }

        @Override
        public boolean hasChildren(Draft draft) {
            return !draft.below().isEmpty();
        }

        @Override
        public int getChildCount(HierarchicalQuery<Draft, Void> query) {
            return (int) fetchChildrenFromBackEnd(query).count();
        }

        @Override
        protected Stream<Draft> fetchChildrenFromBackEnd(HierarchicalQuery<Draft, Void> query) {
            Draft parent = query.getParent() == null ? root : query.getParent();
            return parent.below().stream().skip(query.getOffset()).limit(query.getLimit());
        }
    }

    private Component row(Draft draft) {
        TextField name = new TextField();
        name.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        name.setAriaLabel(getTranslation("group.name"));
        name.setPlaceholder(getTranslation(Messages.keyOf(draft.type())));
        name.setValue(draft.name());
        name.addValueChangeListener(change -> draft.rename(change.getValue()));
        IntegerField address = new IntegerField();
        address.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        address.setAriaLabel(getTranslation("group.address"));
        address.setPlaceholder("–");
        address.setMin(0);
        address.setMax(ObjectGroup.HIGHEST_ADDRESS);
        address.setValue(draft.address());
        address.addValueChangeListener(change -> draft.readdress(change.getValue()));
        Div row = new Div(
                name,
                address,
                button(VaadinIcon.PLUS, "generate.addOne", draft, () -> {
                    draft.addBelow();
                    getDataProvider().refreshAll();
                    expand(draft);
                }),
                button(VaadinIcon.TRASH, "generate.removeOne", draft, () -> {
                    draft.remove();
                    getDataProvider().refreshAll();
                }));
        row.addClassName("draft-row");
        return row;
    }

    private Button button(VaadinIcon icon, String label, Draft draft, SerializableRunnable click) {
        Button button = new Button(icon.create(), event -> {
            click.run();
            changed.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation(label, draft.name()));
        return button;
    }
}
