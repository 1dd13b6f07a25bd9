package dev.lintel.ui.notification;

import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.user.people.UserList;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.util.List;
import org.springframework.stereotype.Component;

/** The people and devices that a rule can name, as far as the actor sees them. */
@Component
final class RuleChoices {
    private final UserList users;
    private final DeviceList devices;

    RuleChoices(UserList users, DeviceList devices) {
        this.users = users;
        this.devices = devices;
    }

    /** Those of one project. */
    record Of(ReferenceChoices people, ReferenceChoices devices) {}

    Of of(Actor actor, long project) {
        boolean people = !(actor.reach(Permission.USER_VIEW) instanceof Reach.Nothing);
        return new Of(
                people
                        ? ReferenceChoices.ofProject(
                                users, actor, project, "name", "id", row -> new Choice(row.id(), row.name()))
                        : ReferenceChoices.of(List.of()),
                actor.may(Permission.DEVICE_VIEW)
                        ? ReferenceChoices.ofProject(
                                devices,
                                actor,
                                project,
                                "words",
                                "id",
                                status -> new Choice(status.device().id(), status.displayName()))
                        : ReferenceChoices.of(List.of()));
    }
}
