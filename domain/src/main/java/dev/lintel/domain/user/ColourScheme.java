package dev.lintel.domain.user;

/** Light or dark; or as the device is set. */
public enum ColourScheme {
    AUTO,
    LIGHT,
    DARK
}
