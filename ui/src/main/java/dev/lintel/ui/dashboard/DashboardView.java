package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.guest.GrantAccess;
import dev.lintel.ui.guest.GuestsView;
import dev.lintel.ui.guest.NewGuestView;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Today: how much there is, who is at the doors now; on an empty server the first steps. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
public class DashboardView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient FirstSteps firstSteps;
    private final transient GrantAccess grantAccess;
    private final transient Actor actor;
    private final Board board;
    private final OwnToday own;
    private @Nullable Long project;
    private boolean shown;

    DashboardView(FirstSteps firstSteps, Board board, OwnToday own, GrantAccess grantAccess, CurrentActor current) {
        this.firstSteps = firstSteps;
        this.board = board;
        this.own = own;
        this.grantAccess = grantAccess;
        this.actor = current.get();
        addClassName("dashboard");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Long chosen = ChosenProject.in(event.getLocation().getQueryParameters()).orElse(null);
        // otherwise only a list in it is filtered in another way
        if (!shown || !Objects.equals(chosen, project)) {
            project = chosen;
            shown = true;
            show();
        }
    }

    private void show() {
        removeAll();
        add(header());
        if (OwnToday.isFor(actor)) {
            own.show();
            add(own);
        } else if (!firstSteps.areDue(actor)) {
            firstSteps.stillToDo(actor).ifPresent(this::add);
            board.show(project);
            add(board);
        } else if (actor.may(Permission.SETTINGS_IMPORT)) {
            add(firstSteps.guide(actor, this::show));
            firstSteps.stillToDo(actor).ifPresent(this::add);
        } else {
            add(new EmptyState(getTranslation("site.noneTitle"), getTranslation("site.noneText")));
        }
    }

    private ViewHeader header() {
        List<Button> actions = new ArrayList<>();
        boolean empty = firstSteps.areDue(actor);
        boolean resident = OwnToday.isFor(actor);
        if (!empty && !resident && actor.account() != null) {
            actions.add(arrange());
        }
        if (!empty && GuestsView.mayMake(actor)) {
            actions.add(resident ? invite() : grant());
        }
        return new ViewHeader(getTranslation("nav.today"), actions.toArray(Button[]::new));
    }

    private Button arrange() {
        Button arrange = new Button(getTranslation("dashboard.arrange"), VaadinIcon.GRID_BEVEL.create());
        arrange.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        arrange.getElement().setAttribute("aria-pressed", "false");
        board.arrange(false);
        arrange.addClickListener(click -> {
            board.arrange(!board.isArranging());
            arrange.setText(getTranslation(board.isArranging() ? "dashboard.arranged" : "dashboard.arrange"));
            arrange.getElement().setAttribute("aria-pressed", String.valueOf(board.isArranging()));
        });
        return arrange;
    }

    /** Whoever lets people in all day stays where they see the doors. */
    private Button grant() {
        Button grant = new Button(
                getTranslation("guest.grant"),
                VaadinIcon.HANDSHAKE.create(),
                click -> grantAccess.open(actor, project));
        grant.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return grant;
    }

    private Button invite() {
        Button invite = new Button(
                getTranslation("guest.invite"), VaadinIcon.HANDSHAKE.create(), click -> getUI().ifPresent(ui ->
                        ui.navigate(NewGuestView.class, new QueryParameters(ChosenProject.parameters(project)))));
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return invite;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.today") + " · Lintel";
    }
}
