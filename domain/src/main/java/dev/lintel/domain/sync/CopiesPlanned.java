package dev.lintel.domain.sync;

import java.util.Set;

/**
 * There is something for devices to learn.
 *
 * @param devices ids
 */
public record CopiesPlanned(long project, Set<String> devices) {
    public CopiesPlanned {
        devices = Set.copyOf(devices);
    }
}
