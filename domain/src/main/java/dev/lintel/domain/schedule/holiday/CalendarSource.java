package dev.lintel.domain.schedule.holiday;

import java.net.URI;

/** Gets calendars from the network. Who implements it keeps to public addresses, and to the size and time it allows. */
public interface CalendarSource {
    /**
     * The file at an address.
     *
     * @param url {@code http} or {@code https}
     * @throws CalendarUnavailableException saying why there is none
     */
    byte[] fetch(URI url) throws CalendarUnavailableException;
}
