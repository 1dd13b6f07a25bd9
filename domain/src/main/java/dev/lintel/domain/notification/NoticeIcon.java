package dev.lintel.domain.notification;

/** Signs of notifications, so that none is known by its colour alone. */
public enum NoticeIcon {
    BELL,
    WARNING,
    SHIELD,
    KEY,
    DOOR,
    CAR,
    USER,
    CLOCK,
    FLAG,
    STAR
}
