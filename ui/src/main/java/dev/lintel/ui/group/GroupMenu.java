package dev.lintel.ui.group;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.permission.Actor;
import java.util.List;

/** What can be done for a group: one menu, opened at the button of whichever group it is for. */
final class GroupMenu extends Popover {
    private static final long serialVersionUID = 1L;

    private final transient List<GroupAction> actions;
    private final transient Actor actor;
    private final transient GroupScreen screen;

    GroupMenu(List<GroupAction> actions, Actor actor, GroupScreen screen) {
        this.actions = actions;
        this.actor = actor;
        this.screen = screen;
        addClassName("group-menu");
        setOpenOnClick(false);
        setAutofocus(true);
        setModal(true);
        setPosition(PopoverPosition.BOTTOM_END);
    }

    /** The button that opens the menu for a group; empty where there is nothing to do. */
    Component button(GroupNode group) {
        Button open = new Button(VaadinIcon.ELLIPSIS_DOTS_H.create());
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        open.setAriaLabel(getTranslation("group.menuOf", group.name()));
        open.addClickListener(click -> openFor(group, open));
        open.setVisible(actions.stream().anyMatch(action -> action.isFor(actor, group)));
        return open;
    }

    private void openFor(GroupNode group, Button at) {
        removeAll();
        actions.stream().filter(action -> action.isFor(actor, group)).forEach(action -> {
            Button item =
                    new Button(getTranslation(action.caption()), action.icon().create());
            item.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            item.addClickListener(click -> {
                close();
                action.begin(actor, group, screen);
            });
            add(item);
        });
        setTarget(at);
        open();
    }
}
