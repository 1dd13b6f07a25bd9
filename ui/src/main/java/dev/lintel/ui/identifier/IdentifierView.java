package dev.lintel.ui.identifier;

import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.Identifiers;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.UnsavedChanges;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One identifier with everything that belongs to it. */
@Route(value = "identifiers/:project(\\d{1,18})/:identifier*", layout = MainLayout.class)
@PermitAll
public class IdentifierView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Identifiers identifiers;
    private final transient IdentifierActions actions;
    private final transient InstantSource clock;
    private final transient Actor actor;
    private final IdentifierForm form;
    private final IdentifierSide side;
    private transient @Nullable IssuedIdentifier identifier;

    IdentifierView(
            Identifiers identifiers,
            IdentifierActions actions,
            IdentifierForm form,
            IdentifierSide side,
            InstantSource clock,
            CurrentActor current) {
        this.identifiers = identifiers;
        this.actions = actions;
        this.form = form;
        this.side = side;
        this.clock = clock;
        this.actor = current.get();
        actor.requireReach(Permission.IDENTIFIER_VIEW_OWN);
        addClassNames("form-view", "user-view");
    }

    /** Where the page of an identifier is. */
    public static String path(long project, String id) {
        return IdentifiersView.PATH + "/" + project + "/" + id;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long project = event.getRouteParameters().getLong("project").orElseThrow(NotFoundException::new);
        String id = event.getRouteParameters().get("identifier").orElseThrow(NotFoundException::new);
        show(identifiers.get(actor, project, id).orElseThrow(NotFoundException::new));
    }

    private void show(IssuedIdentifier shown) {
        identifier = shown;
        removeAll();
        form.show(shown, this::show);
        side.show(shown, identifiers.maySeeValue(actor, shown));
        Div state = new Div(new StateBadge(shown.state(clock.instant())));
        add(new ViewHeader(title(shown), state, menu(shown)));
        if (shown.identifier().guest() != null) {
            Paragraph guest = new Paragraph(getTranslation("identifier.ofAGuest"));
            guest.addClassName("about");
            add(guest);
        }
        add(side.picture(), form, side);
    }

    private String title(IssuedIdentifier shown) {
        String type = getTranslation(Messages.keyOf(shown.identifier().type()));
        return shown.name().isEmpty() ? type + " · " + shown.owner() : shown.name();
    }

    private MenuBar menu(IssuedIdentifier of) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_DROPDOWN_INDICATORS);
        SubMenu menu = bar.addItem(getTranslation("person.actions")).getSubMenu();
        if (identifiers.mayEdit(actor, of)) {
            edits(menu, of);
        }
        if (identifiers.mayDelete(actor, of)) {
            menu.addItem(
                    getTranslation("identifiers.delete"),
                    click -> actions.delete(of.project(), List.of(of.id()), this::again));
        }
        bar.setVisible(!menu.getItems().isEmpty());
        return bar;
    }

    private void edits(SubMenu menu, IssuedIdentifier of) {
        long project = of.project();
        List<String> ids = List.of(of.id());
        boolean own = of.identifier().guest() == null;
        if (own
                && (of.identifier().type() == IdentifierType.QR
                        || of.identifier().type() == IdentifierType.ACCESS_CODE)) {
            menu.addItem(getTranslation("identifiers.renew"), click -> actions.renew(of, this::again));
        }
        if (own && of.identifier().passesUsed() > 0) {
            menu.addItem(getTranslation("identifiers.resetPasses"), click -> actions.resetPasses(of, this::again));
        }
        if (of.identifier().suspended()) {
            menu.addItem(getTranslation("identifiers.resume"), click -> actions.resume(project, ids, this::again));
        } else {
            menu.addItem(getTranslation("identifiers.suspend"), click -> actions.suspend(project, ids, this::again));
        }
        if (!of.identifier().revoked()) {
            menu.addItem(getTranslation("identifiers.revoke"), click -> actions.revoke(project, ids, this::again));
        }
    }

    private void again() {
        IssuedIdentifier known = identifier;
        if (known != null) {
            identifiers.get(actor, known.project(), known.id()).ifPresentOrElse(this::show, this::gone);
        }
    }

    private void gone() {
        identifier = null;
        getUI().ifPresent(ui -> ui.navigate(IdentifiersView.class));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (identifier != null && form.isChanged()) {
            UnsavedChanges.ask(event);
        }
    }

    @Override
    public String getPageTitle() {
        return (identifier == null ? getTranslation("identifiers.title") : title(identifier)) + " · Lintel";
    }
}
