package dev.lintel.domain.device;

import java.util.List;

/**
 * What is to become of devices of a project, published inside the transaction of whoever edits them: storing it is the
 * site's business. The project is locked by then.
 */
public record DevicesChanged(long project, List<Device> changed) {
    public DevicesChanged {
        changed = List.copyOf(changed);
    }
}
