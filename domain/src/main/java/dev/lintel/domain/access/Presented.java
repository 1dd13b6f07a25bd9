package dev.lintel.domain.access;

import dev.lintel.domain.identifier.IdentifierType;

/** What was presented, as it may stand in a log. */
final class Presented {
    private static final int MOST_CHARACTERS = 64;

    /** The same for every code: even the number of its digits would help to guess it. */
    private static final String HIDDEN = "••••";

    /** Enough of a QR text to tell two of them apart, too little to open a door with. */
    private static final int SHOWN_OF_QR = 8;

    private Presented() {}

    static String masked(IdentifierType type, String value) {
        return switch (type) {
            case ACCESS_CODE, URL -> HIDDEN;
            case QR -> PlainText.cut(PlainText.of(value), Math.min(SHOWN_OF_QR, value.length() / 2)) + "…";
            case CARD, UKEY, FACE, LICENCE_PLATE -> PlainText.cut(PlainText.of(value), MOST_CHARACTERS);
        };
    }
}
