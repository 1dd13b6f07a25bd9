package dev.lintel.domain.settings;

/** A setting was not taken; nothing was stored. */
public final class SettingRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which field, and why. */
    public enum Reason {
        /** The name is longer than 60 characters. */
        NAME_TOO_LONG,
        /** Line breaks and other control characters have no place in a name. */
        NAME_CONTROL_CHARACTER,
        /** The description is longer than 500 characters. */
        DESCRIPTION_TOO_LONG,
        /** The server URL is no absolute URL with a host. */
        SERVER_URL_MALFORMED,
        /** The server URL is neither {@code http} nor {@code https}. */
        SERVER_URL_SCHEME,
        /** The server URL has a user, a query or a fragment, or is longer than 200 characters. */
        SERVER_URL_TOO_MUCH,
        /** The server does not speak that language. */
        LANGUAGE_UNKNOWN
    }

    private final Reason reason;

    public SettingRefusedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
