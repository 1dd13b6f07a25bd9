package dev.lintel.domain.device;

/** What an event of a device is about. */
public enum EventCategory {
    INFORMATION,
    SYSTEM,
    ACCESS,
    EMERGENCY
}
