package dev.lintel.ui.user;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinSession;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.user.session.LoginSession;
import dev.lintel.domain.user.session.Sessions;
import dev.lintel.ui.i18n.Moments;
import dev.lintel.ui.security.LiveSessions;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows where somebody is logged in, and ends what they do not know. */
@Component
class SessionList {
    private final Sessions sessions;
    private final InstantSource clock;

    SessionList(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    Section show(Actor actor, Moments moments) {
        Section section = new Section();
        section.setId("sessions");
        fill(section, actor, moments);
        return section;
    }

    private void fill(Section section, Actor actor, Moments moments) {
        @Nullable Long here = LiveSessions.numberOf(VaadinSession.getCurrent().getSession());
        List<LoginSession> own = sessions.list(actor);
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        for (LoginSession session : own) {
            boolean isHere = Objects.equals(session.id(), here);
            ListItem row = new ListItem(words(list, session, isHere, moments));
            if (!isHere) {
                row.add(end(list, session, () -> {
                    sessions.end(actor, session.id());
                    fill(section, actor, moments);
                }));
            }
            list.add(row);
        }
        section.removeAll();
        section.add(new H2(list.getTranslation("session.title")), list);
        if (own.size() > 1 && here != null) {
            section.add(new Button(list.getTranslation("session.endOthers"), click -> {
                sessions.endOthers(actor, here);
                fill(section, actor, moments);
            }));
        }
    }

    private Div words(UnorderedList list, LoginSession session, boolean isHere, Moments moments) {
        Span browser =
                new Span(session.browser().isEmpty() ? list.getTranslation("session.unknown") : session.browser());
        browser.addClassName("strong");
        Span facts = new Span(list.getTranslation("session.facts", session.address(), moments.inList(session.since())));
        Span seen = new Span(
                isHere
                        ? list.getTranslation("session.here")
                        : list.getTranslation("session.seen", moments.ago(session.lastSeen(), clock.instant())));
        seen.setClassName("here", isHere);
        return new Div(browser, facts, seen);
    }

    private static Button end(UnorderedList list, LoginSession session, Runnable action) {
        Button end = new Button(list.getTranslation("session.end"), click -> action.run());
        end.setAriaLabel(list.getTranslation("session.endOf", session.browser()));
        end.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return end;
    }
}
