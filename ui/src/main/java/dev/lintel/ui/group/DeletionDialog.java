package dev.lintel.ui.group;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.lintel.domain.group.GroupRefusedException;
import dev.lintel.domain.permission.NamedInRules.DecidingFirst;
import dev.lintel.domain.site.GroupDeletion;
import dev.lintel.domain.user.LastAdministratorException;
import dev.lintel.domain.user.people.UserRefusedException;
import dev.lintel.ui.i18n.Messages;
import java.util.function.Consumer;

/** Says what goes with a group before it goes. */
final class DeletionDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final TextField confirmation = new TextField(getTranslation("group.confirmName"));

    /** @param delete given the name that was typed; may refuse it */
    DeletionDialog(GroupDeletion plan, Consumer<String> delete) {
        addClassName("form-dialog");
        String name = plan.node().name();
        setHeaderTitle(getTranslation("group.deleteOf", name));
        confirmation.setVisible(plan.wholeProject());
        confirmation.setHelperText(getTranslation("group.confirmHelp", name));
        DecidingFirst deciding = plan.decidingFirst();
        if (deciding != null) {
            Paragraph stays =
                    new Paragraph(getTranslation("group.rulesDecideFirst", deciding.version(), deciding.group()));
            stays.addClassName("problem");
            stays.getElement().setAttribute("role", "alert");
            add(stays);
        }
        add(new Paragraph(getTranslation(plan.wholeProject() ? "group.deleteProject" : "group.deleteText")));
        add(list(plan), confirmation);
        Button go = new Button(getTranslation("group.delete"));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        go.setVisible(deciding == null);
        go.addClickListener(click -> {
            try {
                delete.accept(confirmation.getValue());
                close();
            } catch (GroupRefusedException refused) {
                refuse(getTranslation(Messages.keyOf(refused.reason()), refused.given()));
            } catch (LastAdministratorException last) {
                refuse(getTranslation(Messages.keyOf(UserRefusedException.Reason.LAST_ADMINISTRATOR)));
            }
        });
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), go);
    }

    /** The field is there only where a whole project goes. */
    private void refuse(String why) {
        if (confirmation.isVisible()) {
            confirmation.setErrorMessage(why);
            confirmation.setInvalid(true);
        } else {
            Notification.show(why);
        }
    }

    private UnorderedList list(GroupDeletion plan) {
        UnorderedList list = new UnorderedList();
        list.addClassName("goes-along");
        String people = String.join(", ", plan.people().names());
        String devices = String.join(", ", plan.devices().names());
        if (plan.subgroups() > 0) {
            list.add(new ListItem(getTranslation("group.goSubgroups", plan.subgroups())));
        }
        if (plan.people().count() > 0) {
            String key = plan.wholeProject() ? "group.goPeople" : "group.losePeople";
            list.add(new ListItem(getTranslation(key, plan.people().count(), people)));
        }
        if (plan.groupless() > 0 && !plan.wholeProject()) {
            list.add(new ListItem(getTranslation("group.groupless", plan.groupless())));
        }
        if (plan.devices().count() > 0) {
            list.add(new ListItem(
                    getTranslation("group.goDevices", plan.devices().count(), devices)));
        }
        if (plan.restrictionLines() > 0) {
            list.add(new ListItem(getTranslation("group.goLines", plan.restrictionLines())));
        }
        if (plan.grants() > 0) {
            list.add(new ListItem(getTranslation("group.goGrants", plan.grants())));
        }
        if (!plan.policies().isEmpty()) {
            list.add(new ListItem(
                    getTranslation("group.goPolicies", plan.policies().size(), String.join(", ", plan.policies()))));
        }
        if (list.getChildren().findAny().isEmpty()) {
            list.add(new ListItem(getTranslation("group.goNothing")));
        }
        return list;
    }
}
