package dev.lintel.domain.device;

/** How urgent an event of a device is, the least urgent first. */
public enum EventPriority {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
