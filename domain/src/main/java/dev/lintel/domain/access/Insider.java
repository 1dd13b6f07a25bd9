package dev.lintel.domain.access;

import java.time.Instant;

/**
 * Somebody who counts as inside an area.
 *
 * @param area id of the group whose doors lead into it
 * @param areaName where it is below the root group, as {@code Building 1 / Floor 2}
 * @param person id
 * @param since when they went in
 * @param device id of that through which they did
 * @param deviceName what people call it; empty when there is no such device any more
 */
public record Insider(
        long project,
        String area,
        String areaName,
        String person,
        String personName,
        Instant since,
        String device,
        String deviceName) {
    /** Tells apart the same person in several areas, and people of several projects. */
    public String key() {
        return project + "\n" + area + "\n" + person;
    }
}
