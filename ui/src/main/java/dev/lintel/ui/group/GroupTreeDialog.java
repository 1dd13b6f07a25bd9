package dev.lintel.ui.group;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets somebody pick one group from the tree, with the mouse or with the arrow keys. */
final class GroupTreeDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** @param picked called with the page locked, once one is picked */
    GroupTreeDialog(String title, Groups groups, Actor actor, @Nullable Long project, Consumer<GroupNode> picked) {
        addClassName("group-tree-dialog");
        setHeaderTitle(title);
        GroupTree tree = new GroupTree(groups, actor, GroupTreeDialog::name);
        tree.show(project);
        Button choose = new Button(getTranslation("group.choose"));
        choose.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        choose.setEnabled(false);
        choose.addClickListener(click -> {
            close();
            tree.asSingleSelect().getOptionalValue().ifPresent(picked);
        });
        tree.asSingleSelect().addValueChangeListener(change -> choose.setEnabled(change.getValue() != null));
        add(tree);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), choose);
    }

    /** A click on bare text would only open what is below. */
    private static Button name(GroupTree tree, GroupNode node) {
        Button name = new Button(node.name(), click -> tree.select(node));
        name.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        return name;
    }
}
