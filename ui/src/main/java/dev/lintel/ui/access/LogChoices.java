package dev.lintel.ui.access;

import dev.lintel.domain.device.DeviceList;
import dev.lintel.domain.identifier.IdentifierList;
import dev.lintel.domain.identifier.IdentifierRow;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.user.IdentifierNotation;
import dev.lintel.ui.listing.ReferenceChoices;
import dev.lintel.ui.listing.ReferenceChoices.Choice;
import java.util.List;
import org.springframework.stereotype.Component;

/** The records by which the ACS log can be filtered, as far as the actor sees them. */
@Component
class LogChoices {
    private final DeviceList devices;
    private final IdentifierList identifiers;

    LogChoices(DeviceList devices, IdentifierList identifiers) {
        this.devices = devices;
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

    private static Choice choice(IdentifierRow row, IdentifierNotation notation) {
        String value = IdentifierValue.shown(row.type(), row.value(), notation);
        return new Choice(row.id(), value + " · " + row.owner());
    }
}
