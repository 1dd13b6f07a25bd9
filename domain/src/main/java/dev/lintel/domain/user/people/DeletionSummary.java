package dev.lintel.domain.user.people;

import java.util.List;

/**
 * What goes when people are deleted.
 *
 * @param people names of those who were chosen, by name
 * @param family names of their family members, who go with them
 * @param identifiers how many of their own
 * @param guestIdentifiers how many that they gave to guests
 * @param accounts how many of them can log in by now
 */
public record DeletionSummary(
        List<String> people, List<String> family, int identifiers, int guestIdentifiers, int accounts) {
    public DeletionSummary {
        people = List.copyOf(people);
        family = List.copyOf(family);
    }
}
