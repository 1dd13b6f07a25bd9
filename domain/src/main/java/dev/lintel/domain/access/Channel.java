package dev.lintel.domain.access;

/** How an access attempt reached the server. */
public enum Channel {
    MQTT,
    BASIP,
    REST,
    /** The device decided by itself and told the server later. */
    DEVICE
}
