package dev.lintel.ui.group;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import dev.lintel.domain.group.GroupEdited;
import dev.lintel.domain.group.GroupEdits;
import dev.lintel.domain.group.GroupNode;
import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.GroupDeletions;
import dev.lintel.ui.i18n.Messages;
import org.springframework.stereotype.Component;

/** Makes, edits, moves and deletes one group, asking what is needed. */
@Component
class GroupDialogs {
    private final Groups groups;
    private final GroupEdits edits;
    private final GroupDeletions deletions;

    GroupDialogs(Groups groups, GroupEdits edits, GroupDeletions deletions) {
        this.groups = groups;
        this.edits = edits;
        this.deletions = deletions;
    }

    void addRoot(Actor actor, GroupScreen screen) {
        GroupForm form = new GroupForm();
        form.askForZone();
        new GroupFormDialog("group.addRoot", form, () -> {
                    GroupNode made = edits.createRoot(actor, form.fields(), form.zone());
                    screen.show(made);
                    return true;
                })
                .open();
    }

    void add(Actor actor, GroupNode parent, GroupScreen screen) {
        GroupForm form = new GroupForm();
        form.suggestBelow(parent.group().type());
        GroupFormDialog dialog = new GroupFormDialog("group.add", form, () -> {
            edits.create(actor, parent.project(), parent.id(), form.fields())
                    .ifPresentOrElse(screen::show, () -> gone());
            return true;
        });
        dialog.offerAnother();
        dialog.open();
    }

    void edit(Actor actor, GroupNode listed, GroupScreen screen) {
        GroupNode group = groups.find(actor, listed.project(), listed.id()).orElse(listed);
        GroupForm form = new GroupForm();
        form.show(group);
        new GroupFormDialog("group.edit", form, () -> switch (edits.edit(
                        actor, group.project(), group.id(), form.version(), form.fields())) {
                    case GroupEdited.Saved saved -> {
                        screen.show(saved.node());
                        yield true;
                    }
                    case GroupEdited.Conflict conflict -> {
                        form.compare(conflict.stored());
                        yield false;
                    }
                    case GroupEdited.Unknown unknown -> {
                        gone();
                        screen.showAbove(group);
                        yield true;
                    }
                })
                .open();
    }

    void move(Actor actor, GroupNode group, GroupScreen screen) {
        String title = UI.getCurrentOrThrow().getTranslation("group.moveOf", group.name());
        new GroupTreeDialog(title, groups, actor, group.project(), to -> move(actor, group, to, screen)).open();
    }

    private void move(Actor actor, GroupNode group, GroupNode to, GroupScreen screen) {
        UI ui = UI.getCurrentOrThrow();
        try {
            edits.move(actor, group.project(), group.id(), to.id()).ifPresentOrElse(screen::show, () -> gone());
            Notification.show(ui.getTranslation("group.moved", group.name(), to.name()));
        } catch (GroupRefusedException refused) {
            Notification.show(ui.getTranslation(Messages.keyOf(refused.reason())));
        }
    }

    void delete(Actor actor, GroupNode group, GroupScreen screen) {
        deletions
                .plan(actor, group.project(), group.id())
                .ifPresentOrElse(
                        plan -> new DeletionDialog(plan, confirmation -> {
                                    deletions.delete(actor, group.project(), group.id(), confirmation);
                                    screen.showAbove(group);
                                })
                                .open(),
                        () -> gone());
    }

    private static void gone() {
        Notification.show(UI.getCurrentOrThrow().getTranslation("group.gone"));
    }
}
