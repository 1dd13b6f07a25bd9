package dev.lintel.domain.identifier;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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

    /** What somebody at a door can show to a device: all but an address, which is opened in a browser. */
    public static final Set<IdentifierType> SHOWN = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(URL)));

    /** Whether knowing the value is enough to open a door, so that logs and lists must not show it whole. */
    public boolean isSecret() {
        return this == ACCESS_CODE || this == QR || this == URL;
    }
}
