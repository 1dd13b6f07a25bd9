package dev.lintel.domain.access;

import dev.lintel.domain.identifier.IdentifierType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass attempt, as lists show it. Names are those of the moment of the attempt.
 *
 * @param id ascending number, unique on the server
 * @param project null when the device was unknown
 * @param at the server's clock
 * @param deviceTime the device's clock, if it said
 * @param deviceId null when the device was unknown
 * @param presented the value as presented, masked where {@link IdentifierType#isSecret() knowing it opens doors}
 * @param identifierId null when the identifier was unknown
 * @param locks the locks that were opened
 * @param flags names of the policies that marked it; empty for most
 */
public record AcsLogEntry(
        long id,
        @Nullable Long project,
        Instant at,
        @Nullable Instant deviceTime,
        Channel channel,
        String deviceSerial,
        @Nullable String deviceId,
        @Nullable String deviceName,
        @Nullable String accessPoint,
        @Nullable Integer lock,
        IdentifierType type,
        String presented,
        @Nullable String identifierId,
        @Nullable String ownerId,
        @Nullable String ownerName,
        @Nullable OwnerType ownerType,
        Verdict verdict,
        ReasonCode reason,
        List<Integer> locks,
        List<String> restrictions,
        String ruleVersion,
        List<String> flags) {

    public boolean isFlagged() {
        return !flags.isEmpty();
    }

    /** The same entry with the number that the log gave it. */
    AcsLogEntry withId(long number) {
        return new AcsLogEntry(
                number,
                project,
                at,
                deviceTime,
                channel,
                deviceSerial,
                deviceId,
                deviceName,
                accessPoint,
                lock,
                type,
                presented,
                identifierId,
                ownerId,
                ownerName,
                ownerType,
                verdict,
                reason,
                locks,
                restrictions,
                ruleVersion,
                flags);
    }

    /**
     * Published for each entry once, on one node, after its commit and behind the door's back: in the transaction that seals
     * it, in which a listener may write. After a crash it is published when the server runs again.
     */
    public record Settled(long project, List<Long> entries) {
        public Settled {
            entries = List.copyOf(entries);
        }
    }

    /** Published after the transaction that stored the entry has been committed. */
    public record Recorded(AcsLogEntry entry) {}
}
