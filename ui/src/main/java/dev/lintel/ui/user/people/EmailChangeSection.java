package dev.lintel.ui.user.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.user.invitation.EmailChanges;
import dev.lintel.domain.user.people.Person;
import dev.lintel.ui.component.BrowserZone;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.user.EmailChangeNotice;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** A new e-mail address that a user has yet to confirm. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class EmailChangeSection extends Section {
    private static final long serialVersionUID = 1L;

    private final transient EmailChanges changes;
    private final transient Actor actor;
    private final transient Moments moments;

    EmailChangeSection(EmailChanges changes, Messages messages, CurrentActor current) {
        this.changes = changes;
        this.actor = current.get();
        this.moments = BrowserZone.moments(UI.getCurrentOrThrow(), messages);
    }

    void show(Person person, boolean editable) {
        removeAll();
        setVisible(person.newEmail() != null);
        if (!isVisible()) {
            return;
        }
        long project = person.project();
        String id = person.id();
        EmailChangeNotice notice = new EmailChangeNotice(() -> changes.waiting(actor, project, id), moments);
        if (editable) {
            notice.offering(
                    () -> changes.sendAgain(actor, project, id),
                    () -> changes.cancel(actor, project, id),
                    () -> setVisible(false));
        }
        add(new H2(getTranslation("emailChange.title")), notice);
    }
}
