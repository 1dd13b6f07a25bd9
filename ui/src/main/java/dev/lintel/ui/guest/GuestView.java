package dev.lintel.ui.guest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.guestpass.GuestPass;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.ui.component.Facts;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One guest pass: how it stands, and how it comes to its visitor. */
@Route(value = GuestPaths.LIST + "/:project(\\d{1,18})/:pass", layout = MainLayout.class)
@PermitAll
public class GuestView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient GuestPasses passes;
    private final transient Projects projects;
    private final transient GuestPageParts parts;
    private final transient InstantSource clock;
    private final transient Actor actor;
    private transient @Nullable GuestPass pass;

    GuestView(GuestPasses passes, Projects projects, GuestPageParts parts, InstantSource clock, CurrentActor current) {
        this.passes = passes;
        this.projects = projects;
        this.parts = parts;
        this.clock = clock;
        this.actor = current.get();
        addClassNames("form-view", "guest-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long project = event.getRouteParameters().getLong("project").orElseThrow(NotFoundException::new);
        String id = event.getRouteParameters().get("pass").orElseThrow(NotFoundException::new);
        show(passes.get(actor, project, id).orElseThrow(NotFoundException::new));
    }

    private void show(GuestPass shown) {
        pass = shown;
        removeAll();
        boolean mine = passes.mayManage(actor, shown);
        IdentifierState state = shown.state(clock.instant());
        Div buttons = new Div();
        buttons.addClassName("row-actions");
        if (mine && state != IdentifierState.REVOKED) {
            buttons.add(
                    button("guest.extend", () -> parts.extend(actor, shown, project(shown), this::show, this::again)));
            Button revoke = button("guest.revoke", () -> parts.actions().revoke(shown.project(), ids(), this::again));
            revoke.addThemeVariants(ButtonVariant.LUMO_ERROR);
            buttons.add(revoke);
        }
        if (passes.mayDelete(actor, shown)) {
            buttons.add(button("guest.delete", () -> parts.actions().delete(shown.project(), ids(), this::gone)));
        }
        add(new ViewHeader(name(shown), new StateBadge(state)));
        if (mine && (state == IdentifierState.VALID || state == IdentifierState.NOT_YET)) {
            add(parts.share(actor, shown, project(shown)));
        }
        add(about(shown, buttons));
    }

    private Section about(GuestPass shown, Div buttons) {
        PassWords words =
                new PassWords(parts.messages(), getLocale(), project(shown).timeZone(), shown);
        Facts facts = new Facts();
        facts.fact("guest.host", shown.identifier().owner());
        facts.fact("guest.kind", getTranslation(Messages.keyOf(shown.kind())));
        facts.fact("guest.type", getTranslation("guest.type." + shown.type().name()));
        facts.fact("guest.opens", String.join(", ", parts.opens(shown)));
        facts.fact("guest.from", words.from());
        facts.fact("guest.until", words.until());
        Integer most = shown.facts().maxPasses();
        facts.fact(
                "guest.passes",
                getTranslation("guest.passesOf", shown.facts().passesUsed(), most == null ? "none" : most.toString()));
        facts.fact("guest.message", shown.message());
        facts.fact("guest.email", shown.email());
        facts.fact("guest.phone", shown.phone());
        return new Section(new H2(getTranslation("guest.about")), facts, buttons);
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private List<String> ids() {
        return pass == null ? List.of() : List.of(pass.id());
    }

    private void again() {
        GuestPass known = pass;
        if (known != null) {
            passes.get(actor, known.project(), known.id()).ifPresentOrElse(this::show, this::gone);
        }
    }

    private void gone() {
        pass = null;
        getUI().ifPresent(ui -> ui.navigate(GuestsView.class));
    }

    private Project project(GuestPass of) {
        return projects.list(actor).stream()
                .filter(project -> project.id() == of.project())
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private String name(GuestPass of) {
        if (!of.visitor().isEmpty()) {
            return of.visitor();
        }
        return getTranslation(of.kind() == GuestKind.COURIER ? "guest.someCourier" : "guest.somebody");
    }

    @Override
    public String getPageTitle() {
        return (pass == null ? getTranslation("guest.title") : name(pass)) + " · Lintel";
    }
}
