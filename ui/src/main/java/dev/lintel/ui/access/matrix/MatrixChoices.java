package dev.lintel.ui.access.matrix;

import dev.lintel.domain.access.matrix.MatrixCell;
import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.group.GroupReach;
import dev.lintel.domain.group.Groups;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.restriction.RestrictionList;
import dev.lintel.domain.schedule.edit.ScheduleList;
import dev.lintel.ui.group.GroupChoices;
import dev.lintel.ui.listing.ListDescription;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import org.springframework.stereotype.Component;

/** The records by which the matrix can be filtered, as far as the actor sees them. */
@Component
class MatrixChoices {
    private final DeviceList devices;
    private final RestrictionList restrictions;
    private final ScheduleList schedules;
    private final Groups groups;

    MatrixChoices(DeviceList devices, RestrictionList restrictions, ScheduleList schedules, Groups groups) {
        this.devices = devices;
        this.restrictions = restrictions;
        this.schedules = schedules;
        this.groups = groups;
    }

    ListDescription<MatrixCell> offer(ListDescription<MatrixCell> list, Actor actor) {
        ListDescription<MatrixCell> offered = list.choosing(
                "device",
                ReferenceChoices.of(
                        devices,
                        actor,
                        "words",
                        "id",
                        status -> new Choice(status.device().id(), status.displayName())));
        if (!(actor.reach(Permission.ACCESS_RESTRICTION_VIEW) instanceof Reach.Nothing)) {
            offered = offered.choosing(
                    "restriction",
                    ReferenceChoices.of(restrictions, actor, "name", "id", row -> new Choice(row.id(), row.name())));
        }
        if (!(actor.reach(Permission.SCHEDULE_VIEW) instanceof Reach.Nothing)) {
            offered = offered.choosing(
                    "schedule",
                    ReferenceChoices.of(schedules, actor, "name", "id", row -> new Choice(row.id(), row.name())));
        }
        return GroupReach.view(actor) instanceof Reach.Nothing
                ? offered
                : offered.choosing("group", new GroupChoices(groups, actor));
    }
}
