package dev.lintel.ui.guest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.guestpass.GuestAccess;
import dev.lintel.domain.guestpass.GuestPassRefusedException;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How much may be given to visitors where no group says anything; a part of the general settings. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ServerLimits extends Section {
    private static final long serialVersionUID = 1L;

    private final transient GuestAccess access;
    private final transient Actor actor;
    private final LimitFields fields = new LimitFields();

    ServerLimits(GuestAccess access, CurrentActor current) {
        this.access = access;
        this.actor = current.get();
        fields.show(access.ofServer(actor));
        add(new H2(getTranslation("guest.settings")), new Paragraph(getTranslation("guest.settingsHelp")), fields);
        if (actor.may(Permission.SETTINGS_EDIT)) {
            add(new Button(getTranslation("action.save"), click -> save()));
        } else {
            fields.setReadOnly(true);
        }
    }

    private void save() {
        try {
            access.changeOfServer(actor, fields.limits());
            Notification.show(getTranslation("settings.saved"));
        } catch (GuestPassRefusedException refused) {
            fields.refuse(refused.problems());
        }
    }
}
