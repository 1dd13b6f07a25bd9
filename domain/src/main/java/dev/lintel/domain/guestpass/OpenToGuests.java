package dev.lintel.domain.guestpass;

import java.util.List;

/**
 * A restriction that somebody can give to visitors.
 *
 * @param doors what people call the doors that it opens, never empty
 */
public record OpenToGuests(String id, String name, List<String> doors) {
    public OpenToGuests {
        doors = List.copyOf(doors);
    }
}
