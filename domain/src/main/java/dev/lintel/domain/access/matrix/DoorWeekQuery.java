package dev.lintel.domain.access.matrix;

import dev.lintel.domain.listing.ListingRefusedException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose week at which door is asked for.
 *
 * @param user id of the owner
 * @param identifier id of one of theirs, those of their guests included; null is all that are their own
 * @param accessPoint the direction; null when the device would not say
 * @param lock its number, from 1; null is whatever may be opened
 * @param from the first day by the clock of the project, from {@link #FIRST} to {@link #LAST}; null is today
 * @param draft whether as the draft of the rulebook would have it, and not as the rules in force do
 */
public record DoorWeekQuery(
        long project,
        String user,
        @Nullable String identifier,
        String device,
        @Nullable String accessPoint,
        @Nullable Integer lock,
        @Nullable LocalDate from,
        boolean draft) {
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    public static final LocalDate LAST = LocalDate.of(2099, 12, 24);

    private static final int MOST_LOCKS = 99;

    /** @throws ListingRefusedException with the field that is wrong and the reason */
    public DoorWeekQuery {
        if (lock != null && (lock < 1 || lock > MOST_LOCKS)) {
            throw new ListingRefusedException(MatrixMoment.LOCK, "must be the number of a lock, from 1");
        }
        if (from != null && (from.isBefore(FIRST) || from.isAfter(LAST))) {
            throw new ListingRefusedException("from", "must be a day from " + FIRST + " to " + LAST);
        }
    }

    /** Under the rules in force. */
    public DoorWeekQuery(
            long project,
            String user,
            @Nullable String identifier,
            String device,
            @Nullable String accessPoint,
            @Nullable Integer lock,
            @Nullable LocalDate from) {
        this(project, user, identifier, device, accessPoint, lock, from, false);
    }

    /** The same under the draft, or under the rules in force. */
    public DoorWeekQuery drafted(boolean other) {
        return new DoorWeekQuery(project, user, identifier, device, accessPoint, lock, from, other);
    }

    /** The same with one of their identifiers; null is all that are their own. */
    public DoorWeekQuery carrying(@Nullable String other) {
        return new DoorWeekQuery(project, user, other, device, accessPoint, lock, from, draft);
    }

    /** The same in another direction. */
    public DoorWeekQuery through(@Nullable String other) {
        return new DoorWeekQuery(project, user, identifier, device, other, lock, from, draft);
    }

    /** The same at another lock. */
    public DoorWeekQuery at(@Nullable Integer other) {
        return new DoorWeekQuery(project, user, identifier, device, accessPoint, other, from, draft);
    }

    /** The same from another day on. */
    public DoorWeekQuery from(@Nullable LocalDate other) {
        return new DoorWeekQuery(project, user, identifier, device, accessPoint, lock, other, draft);
    }
}
