package dev.lintel.domain.restriction;

import java.time.Instant;
import java.util.List;

/**
 * An access restriction as its editor sees it.
 *
 * @param to whom it is granted: groups first, then users, then identifiers
 * @param version counts changes, from 0
 */
public record StoredRestriction(
        long project,
        AccessRestriction restriction,
        String description,
        List<GrantTarget> to,
        Instant created,
        long version) {
    public StoredRestriction {
        to = List.copyOf(to);
    }

    public String id() {
        return restriction.id();
    }

    public String name() {
        return restriction.name();
    }

    /** What a form begins with. */
    public RestrictionDraft draft() {
        return new RestrictionDraft(
                restriction.name(),
                description,
                restriction.guestUsable(),
                restriction.lines(),
                restriction.schedules(),
                to);
    }
}
