package dev.lintel.domain.device;

/** The four kinds of device that a server manages. */
public enum DeviceType {
    PANEL,
    MONITOR,
    CONTROLLER,
    ELEVATOR_CONTROLLER
}
