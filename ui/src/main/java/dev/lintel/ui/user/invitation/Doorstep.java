package dev.lintel.ui.user.invitation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import dev.lintel.domain.user.invitation.TooManyProofsException;
import dev.lintel.ui.component.Wordmark;
import org.jspecify.annotations.Nullable;

/** A page for people who are not logged in yet, in the look of the login page. */
abstract class Doorstep extends Main {
    private static final long serialVersionUID = 1L;

    private final Div card = new Div();

    Doorstep() {
        addClassName("login-view");
        card.addClassNames("login-card", "doorstep");
        add(card);
    }

    /** Shows this and nothing else. */
    final void show(Component... components) {
        card.removeAll();
        card.add(new H1(new Wordmark()));
        card.add(components);
    }

    final void more(Component... components) {
        card.add(components);
    }

    final void showLimited(TooManyProofsException tooMany) {
        show(
                new H2(getTranslation("doorstep.limitedTitle")),
                new Paragraph(getTranslation(
                        "doorstep.limitedText", Math.max(1, tooMany.remaining().toSeconds()))),
                toLogin());
    }

    /** What went wrong, told to screen readers at once. */
    static Paragraph problem(String text) {
        Paragraph problem = new Paragraph(text);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        return problem;
    }

    final Anchor toLogin() {
        return new Anchor("login", getTranslation("doorstep.toLogin"));
    }

    /** Network address of whoever is looking. */
    static String address() {
        @Nullable VaadinRequest request = VaadinService.getCurrentRequest();
        return request == null
                ? String.valueOf(VaadinSession.getCurrent().getBrowser().getAddress())
                : request.getRemoteAddr();
    }
}
