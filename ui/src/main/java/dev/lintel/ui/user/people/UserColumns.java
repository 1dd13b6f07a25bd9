package dev.lintel.ui.user.people;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.CurrentActor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Profile;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.user.marker.Markers;
import dev.lintel.domain.user.people.UserChoices;
import dev.lintel.domain.user.people.UserList;
import dev.lintel.domain.user.people.UserRow;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ListColumn;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** How users are shown in lists, and what their fields can be filtered by. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class UserColumns {
    private final UserList users;
    private final UserChoices choices;
    private final Markers markers;
    private final Messages messages;
    private final Actor actor;
    private final List<Project> projects;
    private final List<Profile> profiles;
    private final ProfileNames names;

    UserColumns(
            UserList users,
            UserChoices choices,
            Markers markers,
            Projects projects,
            Messages messages,
            CurrentActor current) {
        this.users = users;
        this.choices = choices;
        this.markers = markers;
        this.messages = messages;
        this.actor = current.get();
        this.projects = projects.list(actor);
        this.profiles = this.projects.stream()
                .flatMap(project -> choices.profiles(actor, project.id()).stream())
                .distinct()
                .toList();
        this.names = new ProfileNames(messages, UI.getCurrentOrThrow().getLocale());
    }

    /** @param path of the view that shows them */
    ListDescription<UserRow> list(String path) {
        return ListDescription.of(path, "people", users, row -> row.project() + "/" + row.id(), all())
                .searching("name")
                .leadingTo(row -> UserView.path(row.project(), row.id()))
                .card(card())
                .choosing("profile", profiles())
                .choosing("group", groups())
                .choosing("marker", markers());
    }

    private List<ListColumn<UserRow>> all() {
        return List.of(
                ListColumn.of("name", UserRow::name).grow(3),
                ListColumn.of("groups", UserRow::groups).grow(3),
                ListColumn.<UserRow>of("profile", row -> names.of(row.profile(), profiles)),
                ListColumn.of("email", UserRow::email).grow(3),
                ListColumn.of("phone", UserRow::phone),
                ListColumn.of("marker", UserRow::marker).drawn(marker()),
                ListColumn.of("status", UserRow::status).drawn(status()),
                ListColumn.of("address", UserRow::address).hidden(),
                ListColumn.of("created", UserRow::created).hidden());
    }

    private Renderer<UserRow> card() {
        return LitRenderer.<UserRow>of("""
            <div class="record-card">
              <a href=${item.path}>${item.name}</a>
              <span>${item.where}</span>
              <span>${item.status}</span>
            </div>\
            """)
                .withProperty("path", row -> UserView.path(row.project(), row.id()))
                .withProperty("name", UserRow::name)
                .withProperty("where", row -> String.join(", ", row.groups()))
                .withProperty("status", this::statusOf);
    }

    private Renderer<UserRow> status() {
        return LitRenderer.<UserRow>of("<span class=${item.style}>${item.text}</span>")
                .withProperty("style", row -> "user-status " + StatusBadge.styleOf(row.status()))
                .withProperty("text", row -> StatusBadge.signOf(row.status()) + " " + statusOf(row));
    }

    private String statusOf(UserRow row) {
        return messages.nameOf(UI.getCurrentOrThrow().getLocale(), row.status());
    }

    /** Colours are checked where they are stored, and nothing else comes into the style. */
    private static Renderer<UserRow> marker() {
        return LitRenderer.<UserRow>of("<span class='marker-dot' ?hidden=${!item.name} style='--marker:"
                        + " ${item.colour}'></span>${item.name}")
                .withProperty("colour", row -> Objects.toString(row.colour(), "transparent"))
                .withProperty("name", row -> Objects.toString(row.marker(), ""));
    }

    private ReferenceChoices profiles() {
        return ReferenceChoices.of(profiles.stream()
                .map(profile -> new Choice(profile.id(), names.of(profile)))
                .distinct()
                .toList());
    }

    private ReferenceChoices markers() {
        if (actor.reach(Permission.MARKER_VIEW) instanceof Reach.Nothing) {
            return ReferenceChoices.of(List.of());
        }
        return ReferenceChoices.of(projects.stream()
                .flatMap(project -> markers.list(actor, project.id()).stream())
                .map(marker -> new Choice(marker.id(), marker.name()))
                .toList());
    }

    private ReferenceChoices groups() {
        return new ReferenceChoices() {
            @Override
            public List<Choice> find(String text, int offset, int limit) {
                return projects.stream()
                        .flatMap(project -> choices.find(actor, project.id(), text, 0, offset + limit).stream())
                        .map(place -> new Choice(place.id(), place.path()))
                        .skip(offset)
                        .limit(limit)
                        .toList();
            }

            @Override
            public String nameOf(String id) {
                return projects.stream()
                        .flatMap(project -> Stream.of(choices.known(actor, project.id(), List.of(id))))
                        .flatMap(List::stream)
                        .map(UserChoices.Place::path)
                        .findFirst()
                        .orElse(id);
            }
        };
    }
}
