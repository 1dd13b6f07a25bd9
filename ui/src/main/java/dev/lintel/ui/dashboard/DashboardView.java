package dev.lintel.ui.dashboard;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.EmptyState;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.guest.GuestsView;
import dev.lintel.ui.guest.NewGuestView;
import dev.lintel.ui.layout.MainLayout;
import dev.lintel.ui.live.LiveFeed;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** Today: how much there is, who is at the doors now; on an empty server the first steps. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
public class DashboardView extends Div implements AfterNavigationObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient LiveFeed feed;
    private final transient FirstSteps firstSteps;
    private final transient Overview overview;
    private final transient Actor actor;
    private final Div tiles = new Div();
    private final LastPasses lastPasses;
    private final OwnToday own;
    private @Nullable Long project;

    DashboardView(
            LiveFeed feed,
            FirstSteps firstSteps,
            Overview overview,
            LastPasses lastPasses,
            OwnToday own,
            CurrentActor current) {
        this.feed = feed;
        this.firstSteps = firstSteps;
        this.overview = overview;
        this.lastPasses = lastPasses;
        this.own = own;
        this.actor = current.get();
        addClassName("dashboard");
        tiles.addClassName("tiles");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        project = ChosenProject.in(event.getLocation().getQueryParameters()).orElse(null);
        show();
    }

    private void show() {
        removeAll();
        add(header());
        if (OwnToday.isFor(actor)) {
            own.show();
            add(own);
        } else if (!firstSteps.areDue(actor)) {
            add(tiles);
            count();
            firstSteps.stillToDo(actor).ifPresent(this::add);
            if (actor.may(Permission.ACS_LOG_VIEW)) {
                lastPasses.load(actor, project);
                add(lastPasses);
            }
        } else if (actor.may(Permission.SETTINGS_IMPORT)) {
            add(firstSteps.guide(actor, this::show));
            firstSteps.stillToDo(actor).ifPresent(this::add);
        } else {
            add(new EmptyState(getTranslation("site.noneTitle"), getTranslation("site.noneText")));
        }
    }

    /** Whoever can let somebody in does so from here. */
    private ViewHeader header() {
        if (!GuestsView.mayMake(actor) || firstSteps.areDue(actor)) {
            return new ViewHeader(getTranslation("nav.today"));
        }
        Button grant = new Button(
                getTranslation(OwnToday.isFor(actor) ? "guest.invite" : "guest.grant"),
                VaadinIcon.HANDSHAKE.create(),
                click -> getUI().ifPresent(ui ->
                        ui.navigate(NewGuestView.class, new QueryParameters(ChosenProject.parameters(project)))));
        grant.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return new ViewHeader(getTranslation("nav.today"), grant);
    }

    private void count() {
        tiles.removeAll();
        overview.tiles(actor, project).forEach(tiles::add);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        Registration passes = feed.passes().follow(attach.getUI(), entry -> lastPasses.wants(actor, entry), news -> {
            lastPasses.add(news.items());
            count();
        });
        Registration devices = feed.devices()
                .follow(
                        attach.getUI(),
                        change -> change.isWithin(actor.reach(Permission.DEVICE_VIEW)),
                        news -> count());
        addDetachListener(detach -> {
            detach.unregisterListener();
            passes.remove();
            devices.remove();
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.today") + " · Lintel";
    }
}
