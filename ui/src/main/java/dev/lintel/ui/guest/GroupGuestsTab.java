package dev.lintel.ui.guest;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.NotFoundException;
import dev.lintel.domain.group.GroupPage;
import dev.lintel.domain.guestpass.GuestAccess;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.ui.group.GroupTab;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How much the people of a group may give to visitors. */
@Component
@Order(60)
class GroupGuestsTab implements GroupTab {
    private final GuestAccess access;

    GroupGuestsTab(GuestAccess access) {
        this.access = access;
    }

    @Override
    public String path() {
        return "guests";
    }

    @Override
    public String caption() {
        return "group.tab.guests";
    }

    @Override
    public boolean isFor(Actor actor, GroupPage group) {
        return access.mayManage(actor, group.node());
    }

    @Override
    public com.vaadin.flow.component.Component content(Actor actor, GroupPage group) {
        UI ui = UI.getCurrentOrThrow();
        LimitFields fields = new LimitFields();
        show(fields, actor, group);
        Button save = new Button(ui.getTranslation("action.save"), click -> {
            try {
                access.change(actor, group.node().project(), group.node().id(), fields.limits());
                show(fields, actor, group);
                Notification.show(ui.getTranslation("settings.saved"));
            } catch (GuestPassRefusedException refused) {
                fields.refuse(refused.problems());
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div content = new Div(new Paragraph(ui.getTranslation("guest.groupLimits")), fields, save);
        content.addClassName("group-guests");
        return content;
    }

    private void show(LimitFields fields, Actor actor, GroupPage group) {
        GuestAccess.OfGroup limits =
                access.ofGroup(actor, group.node().project(), group.node().id()).orElseThrow(NotFoundException::new);
        fields.show(limits.own());
        fields.showOtherwise(limits.otherwise());
    }
}
