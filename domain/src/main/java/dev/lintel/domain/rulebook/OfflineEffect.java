package dev.lintel.domain.rulebook;

import java.util.List;

/**
 * What devices that a denying policy concerns do while they are cut off from the server. A device without copies of identifiers
 * opens to nobody then, and so does as the policy says.
 *
 * @param id of the policy or the table
 * @param kept whether it is left out of all copies, so that devices keep to it by themselves, whoever comes
 * @param devices how many devices it concerns
 * @param opening those that hold, or are to hold, copies of identifiers that it concerns, and would open to them; by name
 */
public record OfflineEffect(String id, String name, boolean kept, int devices, List<Opening> opening) {
    public OfflineEffect {
        opening = List.copyOf(opening);
    }

    /**
     * A device that would open.
     *
     * @param identifiers to so many identifiers
     */
    public record Opening(String deviceId, String deviceName, int identifiers) {}

    /** How many devices do as the policy says, as long as they are cut off: they open to nobody. */
    public int shut() {
        return devices - opening.size();
    }
}
