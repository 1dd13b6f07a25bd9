package dev.lintel.ui.permission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.Profiles;
import dev.lintel.domain.user.ProfileHolders;
import dev.lintel.domain.user.ProfileHolders.Holder;
import dev.lintel.ui.component.ChosenProject;
import dev.lintel.ui.component.ProjectChoice;
import dev.lintel.ui.component.ViewHeader;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.layout.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One profile: what it permits, what its holders may hand out, and who has it. */
@Route(value = ProfilesView.PATH + "/:profile", layout = MainLayout.class)
@PermitAll
public class ProfileView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    static final String NEW = "new";

    private static final String COPY = "copy";
    private static final long serialVersionUID = 1L;

    private final transient Profiles profiles;
    private final transient ProfileHolders holders;
    private final transient ProjectChoice projects;
    private final Messages messages;
    private final transient PermissionWords words;
    private final transient Actor actor;
    private String title = getTranslation("profiles.title");

    ProfileView(
            Profiles profiles,
            ProfileHolders holders,
            ProjectChoice projects,
            Messages messages,
            CurrentActor current) {
        this.profiles = profiles;
        this.holders = holders;
        this.projects = projects;
        this.messages = messages;
        this.words = new PermissionWords(messages, UI.getCurrentOrThrow().getLocale());
        this.actor = current.get();
        actor.requireReach(Permission.PROFILE_VIEW);
        addClassNames("form-view", "profile-view");
    }

    static String address(Project project, String profile) {
        return ProfilesView.PATH + "/" + URLEncoder.encode(profile, StandardCharsets.UTF_8) + "?"
                + ChosenProject.PARAMETER + "=" + project.id();
    }

    static void open(Project project, String profile) {
        UI.getCurrentOrThrow().navigate(ProfileView.class, new RouteParameters("profile", profile), of(project));
    }

    private static QueryParameters of(Project project) {
        return QueryParameters.of(ChosenProject.PARAMETER, Long.toString(project.id()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Project project =
                projects.in(event.getLocation().getQueryParameters(), actor).orElseThrow(NotFoundException::new);
        String id = event.getRouteParameters().get("profile").orElseThrow(NotFoundException::new);
        removeAll();
        if (id.equals(NEW)) {
            actor.require(Permission.PROFILE_CREATE);
            Profile source = event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter(COPY)
                    .map(copied -> found(project, copied))
                    .orElse(null);
            title = getTranslation("profiles.new");
            ProfileForm form = new ProfileForm(profiles, words, actor, project);
            form.begin(source);
            add(new ViewHeader(title), form);
        } else {
            show(project, found(project, id));
        }
    }

    private Profile found(Project project, String id) {
        return profiles.find(actor, project.id(), id).orElseThrow(NotFoundException::new);
    }

    private void show(Project project, Profile profile) {
        title = words.name(profile);
        List<Component> actions = new ArrayList<>();
        if (profiles.mayDelete(actor, project.id(), profile)) {
            actions.add(delete(project, profile));
        }
        if (actor.may(Permission.PROFILE_CREATE)) {
            Anchor copy = new Anchor(
                    address(project, NEW) + "&" + COPY + "=" + URLEncoder.encode(profile.id(), StandardCharsets.UTF_8),
                    getTranslation("profiles.copy"));
            copy.addClassName("button-link");
            actions.add(copy);
        }
        add(new ViewHeader(title, actions.toArray(Component[]::new)));
        if (profile.isBuiltIn()) {
            add(new Paragraph(getTranslation("profiles.builtIn")));
        } else if (profile.project() == null) {
            add(new Paragraph(getTranslation("profiles.wholeServer")));
        }
        ProfileForm form = new ProfileForm(profiles, words, actor, project);
        form.show(profile, profiles.mayEdit(actor, project.id(), profile));
        add(form);
        people(project, profile);
    }

    private void people(Project project, Profile profile) {
        if (!actor.may(Permission.USER_VIEW) && !actor.may(Permission.USER_VIEW_ALL)) {
            return;
        }
        List<Holder> found = holders.of(actor, project.id(), profile.id());
        int count = holders.counts(actor, project.id()).getOrDefault(profile.id(), 0);
        UnorderedList names = new UnorderedList();
        names.addClassName("profile-people");
        found.forEach(holder -> names.add(new ListItem(holder.name())));
        Section section = new Section(new H2(getTranslation("profiles.peopleOf", count)));
        if (!found.isEmpty()) {
            section.add(names);
        }
        add(section);
    }

    private Button delete(Project project, Profile profile) {
        Button delete = new Button(getTranslation("profiles.delete"), click -> {
            int people = holders.counts(actor, project.id()).getOrDefault(profile.id(), 0);
            List<Profile> others = profiles.available(actor, project.id()).stream()
                    .filter(other -> !other.id().equals(profile.id()))
                    .toList();
            new DeleteProfileDialog(words, profile, people, others, instead -> {
                        profiles.delete(actor, project.id(), profile.id(), instead);
                        Notification.show(getTranslation("profiles.deleted", profile.name()));
                        UI.getCurrentOrThrow().navigate(ProfilesView.class, of(project));
                    })
                    .open();
        });
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return delete;
    }

    @Override
    public String getPageTitle() {
        return title + " · Lintel";
    }
}
