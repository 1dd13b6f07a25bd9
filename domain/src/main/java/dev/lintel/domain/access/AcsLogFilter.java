package dev.lintel.domain.access;

import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the ACS log are asked for; null matches everything, several conditions must all hold.
 *
 * @param identifier part of the presented value or of the identifier's id, any case
 * @param owner part of the owner's name, any case
 * @param from first instant, inclusive, by the server's clock
 * @param until last instant, exclusive
 */
public record AcsLogFilter(
        @Nullable Long project,
        @Nullable String deviceId,
        @Nullable String identifier,
        @Nullable IdentifierType type,
        @Nullable String owner,
        @Nullable Verdict verdict,
        @Nullable ReasonCode reason,
        @Nullable Instant from,
        @Nullable Instant until) {
    /** Everything that the actor may see. */
    public static final AcsLogFilter ALL = new AcsLogFilter(null, null, null, null, null, null, null, null, null);

    /** Whether an entry is among those asked for. Says of one entry what {@link AcsLogQuery} asks of the database. */
    boolean matches(AcsLogEntry entry) {
        return is(project, entry.project())
                && is(deviceId, entry.deviceId())
                && is(type, entry.type())
                && is(verdict, entry.verdict())
                && is(reason, entry.reason())
                && (from == null || !entry.at().isBefore(from))
                && (until == null || entry.at().isBefore(until))
                && isIn(identifier, AcsLogStore.soughtIdentifier(entry))
                && isIn(owner, AcsLogStore.sought(entry.ownerName()));
    }

    private static boolean is(@Nullable Object wanted, @Nullable Object found) {
        return wanted == null || wanted.equals(found);
    }

    private static boolean isIn(@Nullable String part, String sought) {
        return part == null || sought.contains(AcsLogStore.sought(part));
    }
}
