package dev.lintel.ui.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.lintel.domain.user.factor.SecondFactor;
import dev.lintel.domain.user.factor.SecondFactors;
import dev.lintel.ui.component.Wordmark;
import dev.lintel.ui.security.PendingLogin;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/** The second step of a login, for whoever has just shown the password of an account with a second factor. */
@Route(value = CodeView.PATH, autoLayout = false)
@AnonymousAllowed
public class CodeView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    /** Also where the form is posted to. */
    public static final String PATH = "login/code";

    private static final long serialVersionUID = 1L;

    private final transient SecondFactors factors;
    private final transient InstantSource clock;

    CodeView(SecondFactors factors, InstantSource clock) {
        this.factors = factors;
        this.clock = clock;
        addClassName("login-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        Optional<PendingLogin> pending = PendingLogin.in(request.getHttpServletRequest(), clock.instant());
        if (pending.isEmpty()) {
            event.forwardTo(LoginView.class);
            return;
        }
        SecondFactor factor = factors.of(pending.get().account());
        Div card = new Div(new H1(new Wordmark()));
        card.addClassName("login-card");
        if (factor.hasApp() || factor.recoveryCodesLeft() > 0) {
            boolean wrong =
                    event.getLocation().getQueryParameters().getParameters().containsKey("error");
            card.add(form(factor, wrong, (CsrfToken) request.getAttribute(CsrfToken.class.getName())));
        }
        if (!factor.passkeys().isEmpty()) {
            card.add(new PasskeyButton());
        }
        card.add(new Anchor("login", getTranslation("code.back")));
        removeAll();
        add(card);
    }

    /** A form of the browser itself: the answer is a new page of somebody who is logged in. */
    private Component form(SecondFactor factor, boolean wrong, CsrfToken csrf) {
        Input code = new Input();
        code.setId("code");
        code.getElement()
                .setAttribute("name", "code")
                .setAttribute("autocomplete", "one-time-code")
                .setAttribute("autofocus", true)
                .setAttribute("required", true)
                .setAttribute("maxlength", "50")
                .setAttribute("aria-describedby", "code-help");
        NativeLabel label = new NativeLabel(getTranslation("code.field"));
        label.setFor(code);
        Paragraph help = new Paragraph(getTranslation(factor.hasApp() ? "code.app" : "code.recoveryOnly"));
        help.setId("code-help");
        NativeButton submit = new NativeButton(getTranslation("login.submit"));
        submit.getElement().setAttribute("type", "submit");
        Form form = new Form();
        form.getElement().setAttribute("method", "post").setAttribute("action", PATH);
        form.getElement().appendChild(help.getElement(), label.getElement(), code.getElement());
        if (wrong) {
            Paragraph problem = new Paragraph(getTranslation("code.wrong"));
            problem.addClassName("problem");
            problem.getElement().setAttribute("role", "alert");
            form.getElement().appendChild(problem.getElement());
        }
        form.getElement().appendChild(hidden(csrf), submit.getElement());
        return form;
    }

    private static Element hidden(CsrfToken csrf) {
        return new Element("input")
                .setAttribute("type", "hidden")
                .setAttribute("name", csrf.getParameterName())
                .setAttribute("value", csrf.getToken());
    }

    @Tag("form")
    private static final class Form extends Component {
        private static final long serialVersionUID = 1L;

        Form() {
            getElement().getClassList().add("code-form");
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("code.title") + " · Lintel";
    }
}
