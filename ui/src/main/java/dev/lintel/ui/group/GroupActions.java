package dev.lintel.ui.group;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupReach;
import dev.lintel.domain.permission.Actor;
import java.util.function.BiPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What can be done for any group. Other features add theirs as beans of their own. */
@Configuration(proxyBeanMethods = false)
class GroupActions {
    private record Action(String caption, VaadinIcon icon, BiPredicate<Actor, GroupNode> offered, Beginning beginning)
            implements GroupAction {
        @Override
        public boolean isFor(Actor actor, GroupNode group) {
            return offered.test(actor, group);
        }

        @Override
        public void begin(Actor actor, GroupNode group, GroupScreen screen) {
            beginning.begin(actor, group, screen);
        }
    }

    private interface Beginning {
        void begin(Actor actor, GroupNode group, GroupScreen screen);
    }

    @Bean
    @Order(10)
    GroupAction addSubgroup(GroupDialogs dialogs) {
        return new Action("group.add", VaadinIcon.PLUS, GroupReach::mayAdd, dialogs::add);
    }

    @Bean
    @Order(20)
    GroupAction editGroup(GroupDialogs dialogs) {
        return new Action("group.edit", VaadinIcon.PENCIL, GroupReach::mayEdit, dialogs::edit);
    }

    @Bean
    @Order(30)
    GroupAction generateSubgroups() {
        return new Action(
                "group.generate",
                VaadinIcon.FILE_TREE,
                GroupReach::mayAdd,
                (actor, group, screen) -> UI.getCurrentOrThrow().navigate(GenerateView.address(group)));
    }

    @Bean
    @Order(80)
    GroupAction moveGroup(GroupDialogs dialogs) {
        return new Action("group.move", VaadinIcon.ARROW_RIGHT, GroupReach::mayMove, dialogs::move);
    }

    @Bean
    @Order(90)
    GroupAction deleteGroup(GroupDialogs dialogs) {
        return new Action("group.delete", VaadinIcon.TRASH, GroupReach::mayDelete, dialogs::delete);
    }
}
