package dev.lintel.domain.notification;

/** Which notifications are asked for. */
public enum Feed {
    ALL,
    NORMAL,
    IMPORTANT,
    /** Passes that rules speak of. */
    ACS
}
