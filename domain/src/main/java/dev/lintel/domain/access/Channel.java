package dev.lintel.domain.access;

/** How an access attempt reached the server. */
public enum Channel {
    MQTT,
    BASIP,
    REST,
    /** A visitor pressed the button on the page of their guest pass. */
    VISITOR,
    /** The device decided by itself and told the server later. */
    DEVICE
}
