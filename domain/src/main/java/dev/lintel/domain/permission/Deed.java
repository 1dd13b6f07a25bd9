package dev.lintel.domain.permission;

/** What somebody did that the audit keeps. */
public enum Deed {
    ADDED,
    EDITED,
    DELETED,
    IMPORTED,
    EXPORTED,
    LOGGED_IN,
    LOGIN_FAILED,
    LOGGED_OUT,
    PASSWORD_CHANGED,
    /** Somebody was sent a link by which they choose a new password. */
    RECOVERY_SENT,
    SESSIONS_ENDED,
    /** New secrets were given out; the old ones stopped working. */
    SECRETS_ISSUED,
    /** A person came in by their invitation. */
    REGISTERED,
    /** Entries of a log were removed because they were older than it is kept. */
    REMOVED,
    /** Personal data were taken out of the logs. */
    ERASED
}
