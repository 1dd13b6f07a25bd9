package dev.lintel.ui.mail;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import java.util.Optional;

/** The pages about mail that somebody may see, one beside the other. */
public final class MailPages extends Nav {
    private static final long serialVersionUID = 1L;

    /** @param query kept on the way, so that the chosen project stays chosen */
    MailPages(Actor actor, Class<? extends Component> current, QueryParameters query) {
        addClassName("pages");
        getElement().setAttribute("aria-label", getTranslation("mail.pages"));
        if (mayServer(actor)) {
            page("mail.server", MailServerView.class, current, query);
        }
        if (mayTexts(actor)) {
            page("mail.texts", MailTemplatesView.class, current, query);
        }
        if (actor.may(Permission.SETTINGS_VIEW)) {
            page("mail.sent", SentMailView.class, current, query);
        }
    }

    /** The first of the pages that somebody may see. */
    public static Optional<Class<? extends Component>> first(Actor actor) {
        if (mayServer(actor)) {
            return Optional.of(MailServerView.class);
        }
        return mayTexts(actor) ? Optional.of(MailTemplatesView.class) : Optional.empty();
    }

    private static boolean mayServer(Actor actor) {
        return actor.may(Permission.SETTINGS_VIEW) && actor.projects() == null;
    }

    private static boolean mayTexts(Actor actor) {
        return mayServer(actor) || actor.may(Permission.GROUP_MAIL_TEMPLATE_VIEW);
    }

    private void page(
            String key, Class<? extends Component> view, Class<? extends Component> current, QueryParameters query) {
        RouterLink link = new RouterLink(getTranslation(key), view);
        link.setQueryParameters(query);
        if (view == current) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
