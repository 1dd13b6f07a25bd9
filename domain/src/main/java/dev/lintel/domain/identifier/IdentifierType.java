package dev.lintel.domain.identifier;

/** What is presented at a door. */
public enum IdentifierType {
    CARD,
    UKEY,
    ACCESS_CODE,
    FACE,
    QR,
    LICENCE_PLATE;

    /** Whether knowing the value is enough to open a door, so that logs and lists must not show it whole. */
    public boolean isSecret() {
        return this == ACCESS_CODE || this == QR;
    }
}
