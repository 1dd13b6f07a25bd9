package dev.lintel.domain.notification;

/** Colours of notifications. There are few of them, and all can be told from the page in light and in dark. */
public enum NoticeColour {
    RED,
    ORANGE,
    GREEN,
    BLUE,
    VIOLET,
    GREY
}
