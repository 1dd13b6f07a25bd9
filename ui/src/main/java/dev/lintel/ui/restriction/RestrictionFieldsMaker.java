package dev.lintel.ui.restriction;

import com.vaadin.flow.component.UI;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.identifier.IdentifierList;
import dev.lintel.domain.listing.Records;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.schedule.edit.ScheduleList;
import dev.lintel.domain.user.people.UserList;
import dev.lintel.ui.group.GroupPicker;
import dev.lintel.ui.i18n.Messages;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the fields of a restriction with all that there is to choose for them in a project. */
@Component
class RestrictionFieldsMaker {
    private final DeviceList devices;
    private final ScheduleList schedules;
    private final UserList users;
    private final IdentifierList identifiers;
    private final ObjectProvider<GroupPicker> groups;
    private final Messages messages;

    RestrictionFieldsMaker(
            DeviceList devices,
            ScheduleList schedules,
            UserList users,
            IdentifierList identifiers,
            ObjectProvider<GroupPicker> groups,
            Messages messages) {
        this.devices = devices;
        this.schedules = schedules;
        this.users = users;
        this.identifiers = identifiers;
        this.groups = groups;
        this.messages = messages;
    }

    RestrictionFields make(Actor actor, long project) {
        UI ui = UI.getCurrentOrThrow();
        GroupPicker picker = groups.getObject();
        picker.setProject(project);
        ReferenceChoices places = choices(
                actor,
                Permission.DEVICE_VIEW,
                devices,
                project,
                "words",
                device -> new Choice(device.device().id(), name(device.displayName(), device.groupPath())));
        ReferenceChoices hours = choices(
                actor,
                Permission.SCHEDULE_VIEW,
                schedules,
                project,
                "name",
                schedule -> new Choice(schedule.id(), schedule.name()));
        ReferenceChoices people = choices(
                actor, Permission.USER_VIEW, users, project, "name", user -> new Choice(user.id(), user.name()));
        ReferenceChoices carried = choices(
                actor,
                Permission.IDENTIFIER_VIEW_OWN,
                identifiers,
                project,
                "owner",
                row -> new Choice(row.id(), messages.nameOf(ui.getLocale(), row.type()) + " · " + row.owner()));
        return new RestrictionFields(
                new LinesField(places),
                new ChoicesField(ui.getTranslation("restriction.schedules"), hours),
                picker,
                new ChoicesField(ui.getTranslation("restriction.people"), people),
                new ChoicesField(ui.getTranslation("restriction.identifiers"), carried));
    }

    private static String name(String device, String path) {
        return path.isEmpty() ? device : device + " · " + path;
    }

    /** None for whoever may not see any. */
    private static <T> ReferenceChoices choices(
            Actor actor,
            Permission needed,
            Records<T> records,
            long project,
            String search,
            Function<T, Choice> choice) {
        return actor.reach(needed) instanceof Reach.Nothing
                ? ReferenceChoices.of(List.of())
                : ReferenceChoices.ofProject(records, actor, project, search, "id", choice);
    }
}
