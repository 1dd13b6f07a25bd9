package dev.lintel.ui.access.matrix;

import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IdentifierValue;
import dev.lintel.domain.user.IdentifierNotation;

/** The value of an identifier as people read it. */
final class ShownIdentifier {
    private static final int SHORT = 12;

    private ShownIdentifier() {}

    /** The fingerprint of a face says nothing to people beyond its beginning. */
    static String of(IdentifierType type, String value, IdentifierNotation notation) {
        String shown = IdentifierValue.shown(type, value, notation);
        return type == IdentifierType.FACE && shown.length() > SHORT ? shown.substring(0, SHORT) + "…" : shown;
    }
}
