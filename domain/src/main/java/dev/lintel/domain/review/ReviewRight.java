package dev.lintel.domain.review;

import dev.lintel.domain.access.AccessFacts.Via;
import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way by which somebody has an access restriction, as it was when the review was started.
 *
 * @param number from 1 on in each review
 * @param also names of whom the same restriction was granted to besides, so that they have it by them, too
 * @param used when it opened a door last, as far as the log goes back; null when it never did
 * @param comment what the reviewer said of it; may be empty
 * @param outcome null until the review is closed
 */
public record ReviewRight(
        long project,
        long review,
        int number,
        Holder holder,
        Granting granting,
        List<String> also,
        @Nullable Instant used,
        @Nullable ReviewDecision decision,
        String comment,
        @Nullable Instant decided,
        @Nullable ReviewOutcome outcome) {
    public ReviewRight {
        also = List.copyOf(also);
    }

    /** Who has it. */
    public enum HolderKind {
        /** A person, with whatever identifier. */
        PERSON,
        /** One identifier of a person alone. */
        IDENTIFIER,
        GUEST_PASS
    }

    /**
     * Who has a right.
     *
     * @param person id; of a guest pass that of its host
     * @param identifier id; null for all of the person's own
     * @param type of the identifier
     * @param label what the identifier is called, or the visitor; may be empty
     */
    public record Holder(
            HolderKind kind,
            String person,
            String personName,
            @Nullable String identifier,
            @Nullable IdentifierType type,
            String label) {}

    /**
     * The rule that gives a right.
     *
     * @param doors names of the doors that the restriction opens
     * @param schedules names; none is always
     * @param via whom it is granted to
     * @param viaName name of the group or person; of an identifier that of its owner
     */
    public record Granting(
            String restriction, String name, List<String> doors, List<String> schedules, Via via, String viaName) {
        public Granting {
            doors = List.copyOf(doors);
            schedules = List.copyOf(schedules);
        }

        public boolean isByGroup() {
            return via.kind() == Via.Kind.GROUP;
        }
    }
}
