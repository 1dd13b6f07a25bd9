package dev.lintel.routes.basip;

import dev.lintel.domain.identifier.IdentifierType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The panels' words for types of identifiers. They differ between interfaces and firmware versions. */
final class PanelIdentifierType {
    private static final Map<String, IdentifierType> WORDS = Map.of(
            "card", IdentifierType.CARD,
            "ukey", IdentifierType.UKEY,
            "input_code", IdentifierType.ACCESS_CODE,
            "inputcode", IdentifierType.ACCESS_CODE,
            "code", IdentifierType.ACCESS_CODE,
            "qr", IdentifierType.QR,
            "face_id", IdentifierType.FACE,
            "license_plate", IdentifierType.LICENCE_PLATE);

    private PanelIdentifierType() {}

    static Optional<IdentifierType> of(String word) {
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
    }
}
