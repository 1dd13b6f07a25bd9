package dev.lintel.domain.device;

/** A table of a project that says what events of its devices are. */
public interface EventTable {
    /**
     * What an event is.
     *
     * @param otherwise what it is where there is no such table, or no row speaks of it
     */
    EventClass of(DeviceEvent event, EventClass otherwise);
}
