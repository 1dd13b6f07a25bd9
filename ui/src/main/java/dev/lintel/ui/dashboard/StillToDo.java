package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.lintel.domain.mail.MailSettings;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.settings.Settings;
import dev.lintel.ui.mail.MailServerView;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What of the server is not set up yet, for those who can change it; gone when all is done. */
@Component
final class StillToDo {
    private final Settings settings;
    private final MailSettings mail;

    StillToDo(Settings settings, MailSettings mail) {
        this.settings = settings;
        this.mail = mail;
    }

    Optional<Section> list(Actor actor) {
        if (!actor.may(Permission.SETTINGS_EDIT) || !actor.may(Permission.SETTINGS_VIEW) || actor.projects() != null) {
            return Optional.empty();
        }
        UI ui = UI.getCurrentOrThrow();
        UnorderedList list = new UnorderedList();
        if (settings.inForce().serverUrl() == null) {
            list.add(item("settings", ui.getTranslation("todo.url"), ui.getTranslation("todo.urlText")));
        }
        if (mail.view(actor).isEmpty()) {
            list.add(item(MailServerView.PATH, ui.getTranslation("todo.mail"), ui.getTranslation("todo.mailText")));
        }
        if (list.getComponentCount() == 0) {
            return Optional.empty();
        }
        Section section = new Section(new H2(ui.getTranslation("todo.title")), list);
        section.addClassName("still-to-do");
        return Optional.of(section);
    }

    private static ListItem item(String path, String what, String why) {
        return new ListItem(new Anchor(path, what), new Span(why));
    }
}
