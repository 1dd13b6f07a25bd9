package dev.lintel.ui.permission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.Profiles;
import dev.lintel.domain.user.ProfileHolders;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of a project, built in and own. No {@code RecordList}: the built-in ones are in no table and have their names
 * in the reader's language, who sees which is worked out one by one, and together they fit on a screen.
 */
@Route(value = ProfilesView.PATH, layout = MainLayout.class)
@PermitAll
public class ProfilesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    public static final String PATH = "profiles";

    private static final long serialVersionUID = 1L;

    /** Pixels below which the numbers stand below the name. */
    private static final int NARROW = 900;

    private final transient Profiles profiles;
    private final transient ProfileHolders holders;
    private final transient ProjectChoice projects;
    private final transient PermissionWords words;
    private final transient Actor actor;

    ProfilesView(
            Profiles profiles,
            ProfileHolders holders,
            ProjectChoice projects,
            Messages messages,
            CurrentActor current) {
        this.profiles = profiles;
        this.holders = holders;
        this.projects = projects;
        this.words = new PermissionWords(messages, UI.getCurrentOrThrow().getLocale());
        this.actor = current.get();
        actor.requireReach(Permission.PROFILE_VIEW);
        addClassName("list-view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<Project> project = projects.in(event.getLocation().getQueryParameters(), actor);
        removeAll();
        if (project.isEmpty()) {
            add(new ViewHeader(getTranslation("profiles.title")), projects.offer(PATH, actor));
            return;
        }
        add(header(project.get()), new Paragraph(getTranslation("profiles.about")), grid(project.get()));
    }

    private ViewHeader header(Project project) {
        if (!actor.may(Permission.PROFILE_CREATE)) {
            return new ViewHeader(getTranslation("profiles.title"));
        }
        Anchor make = new Anchor(ProfileView.address(project, ProfileView.NEW), getTranslation("profiles.make"));
        make.addClassName("button-link");
        return new ViewHeader(getTranslation("profiles.title"), make);
    }

    private Grid<Profile> grid(Project project) {
        boolean seesPeople = actor.may(Permission.USER_VIEW) || actor.may(Permission.USER_VIEW_ALL);
        Map<String, Integer> counts = seesPeople ? holders.counts(actor, project.id()) : Map.of();
        Grid<Profile> grid = new Grid<>();
        grid.addClassName("profile-grid");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        grid.addComponentColumn(profile -> name(project, profile, seesPeople ? counts : null))
                .setHeader(getTranslation("profiles.name"))
                .setFlexGrow(5);
        List<Column<Profile>> numbers = new ArrayList<>();
        numbers.add(number(
                grid, "profiles.permissions", profile -> profile.permissions().size()));
        if (seesPeople) {
            numbers.add(number(grid, "profiles.people", profile -> counts.getOrDefault(profile.id(), 0)));
        }
        grid.addAttachListener(attach -> {
            Page page = attach.getUI().getPage();
            page.addBrowserWindowResizeListener(resize -> fit(numbers, resize.getWidth()));
            page.retrieveExtendedClientDetails(client -> fit(numbers, client.getWindowInnerWidth()));
        });
        grid.setItems(profiles.list(actor, project.id()));
        return grid;
    }

    private Column<Profile> number(Grid<Profile> grid, String key, ToIntFunction<Profile> number) {
        return grid.addColumn(profile -> getTranslation("number", number.applyAsInt(profile)))
                .setHeader(getTranslation(key))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("8em");
    }

    private static void fit(List<Column<Profile>> numbers, int width) {
        numbers.forEach(column -> column.setVisible(width >= NARROW));
    }

    /** @param people how many have which profile; null when that is not to be told */
    private Component name(Project project, Profile profile, @Nullable Map<String, Integer> people) {
        Anchor name = new Anchor(ProfileView.address(project, profile.id()), words.name(profile));
        Span about = new Span(words.description(profile));
        about.addClassName("secondary");
        String numbers =
                getTranslation("profiles.permits", profile.permissions().size());
        Span below = new Span(
                people == null
                        ? numbers
                        : numbers + " · " + getTranslation("profiles.heldBy", people.getOrDefault(profile.id(), 0)));
        below.addClassName("narrow-only");
        Div cell = new Div(name, about, below);
        cell.addClassName("name-cell");
        return cell;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("profiles.title") + " · Lintel";
    }
}
