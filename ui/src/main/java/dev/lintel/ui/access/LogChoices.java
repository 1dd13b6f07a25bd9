package dev.lintel.ui.access;

import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.identifier.IdentifierList;
import dev.lintel.domain.identifier.IdentifierRow;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.domain.user.marker.MarkerList;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.util.List;
import org.springframework.stereotype.Component;

/** The records by which the ACS log can be filtered, as far as the actor sees them. */
@Component
class LogChoices {
    private final DeviceList devices;
    private final IdentifierList identifiers;
    private final MarkerList markers;

    LogChoices(DeviceList devices, IdentifierList identifiers, MarkerList markers) {
        this.devices = devices;
        this.markers = markers;
        this.identifiers = identifiers;
    }

    ReferenceChoices devices(Actor actor) {
        return actor.may(Permission.DEVICE_VIEW)
                ? ReferenceChoices.of(
                        devices,
                        actor,
                        "words",
                        "id",
                        status -> new Choice(status.device().id(), status.displayName()))
                : ReferenceChoices.of(List.of());
    }

    ReferenceChoices identifiers(Actor actor, IdentifierNotation notation) {
        return actor.reach(Permission.IDENTIFIER_VIEW_OWN) instanceof Reach.Nothing
                ? ReferenceChoices.of(List.of())
                : ReferenceChoices.of(identifiers, actor, "value", "id", row -> choice(row, notation));
    }

    ReferenceChoices markers(Actor actor) {
        return actor.reach(Permission.MARKER_VIEW) instanceof Reach.Nothing
                ? ReferenceChoices.of(List.of())
                : ReferenceChoices.of(markers, actor, "name", "id", marker -> new Choice(marker.id(), marker.name()));
    }

    private static Choice choice(IdentifierRow row, IdentifierNotation notation) {
        String value = IdentifierValue.shown(row.type(), row.value(), notation);
        return new Choice(row.id(), value + " · " + row.owner());
    }
}
