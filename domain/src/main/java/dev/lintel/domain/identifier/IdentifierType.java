package dev.lintel.domain.identifier;

/** What is presented at a door. */
public enum IdentifierType {
    CARD,
    UKEY,
    ACCESS_CODE,
    FACE,
    QR,
    LICENCE_PLATE,
    /** Nothing to hold: whoever knows the address of the visitor's page opens doors there. */
    URL;

    /** Whether knowing the value is enough to open a door, so that logs and lists must not show it whole. */
    public boolean isSecret() {
        return this == ACCESS_CODE || this == QR || this == URL;
    }
}
