package dev.lintel.ui.user.people;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.user.marker.Marker;
import dev.lintel.domain.user.marker.Markers;
import dev.lintel.domain.user.people.UserChoices;
import dev.lintel.ui.group.GroupPicker;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the fields of a user with all that there is to choose for them in a project. */
@Component
class PersonFieldsMaker {
    private final UserChoices choices;
    private final Markers markers;
    private final ObjectProvider<GroupPicker> groups;

    PersonFieldsMaker(UserChoices choices, Markers markers, ObjectProvider<GroupPicker> groups) {
        this.choices = choices;
        this.markers = markers;
        this.groups = groups;
    }

    PersonFields make(Actor actor, long project, ProfileNames names) {
        List<Marker> known =
                actor.reach(Permission.MARKER_VIEW) instanceof Reach.Nothing ? List.of() : markers.list(actor, project);
        GroupPicker picker = groups.getObject();
        picker.setProject(project);
        picker.setReadOnly(!actor.may(Permission.GROUP_MANAGE_USERS));
        return new PersonFields(choices.profiles(actor, project), known, picker, names, actor);
    }
}
