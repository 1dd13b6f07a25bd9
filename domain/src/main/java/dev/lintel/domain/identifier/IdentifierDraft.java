package dev.lintel.domain.identifier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants an identifier to be. It may be wrong: {@link IdentifierCheck} judges it.
 *
 * @param user id of the owner
 * @param value as it is written; blank keeps what there is, and of a new access code or QR code has one made
 * @param validFrom null is no beginning
 * @param validUntil null is no end
 * @param maxPasses null is without limit
 * @param restrictions ids of those that are granted to the identifier itself; null leaves them as they are
 */
public record IdentifierDraft(
        String user,
        IdentifierType type,
        String value,
        String name,
        String notes,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer maxPasses,
        @Nullable List<String> restrictions) {
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_NOTES = 1_000;
    public static final int MOST_PASSES = 1_000_000;
    public static final int MOST_RESTRICTIONS = 100;

    public IdentifierDraft {
        value = value.strip();
        name = name.strip();
        notes = notes.strip();
        // finer than the database keeps would make every later comparison find a change
        validFrom = validFrom == null ? null : validFrom.truncatedTo(ChronoUnit.MICROS);
        validUntil = validUntil == null ? null : validUntil.truncatedTo(ChronoUnit.MICROS);
        restrictions = restrictions == null
                ? null
                : restrictions.stream().distinct().sorted().toList();
    }

    /** An identifier with nothing but an owner and a value. */
    public static IdentifierDraft of(String user, IdentifierType type, String value) {
        return new IdentifierDraft(user, type, value, "", "", null, null, null, null);
    }

    public IdentifierDraft withValue(String other) {
        return new IdentifierDraft(user, type, other, name, notes, validFrom, validUntil, maxPasses, restrictions);
    }

    public IdentifierDraft withName(String other) {
        return new IdentifierDraft(user, type, value, other, notes, validFrom, validUntil, maxPasses, restrictions);
    }

    public IdentifierDraft withRestrictions(List<String> others) {
        return new IdentifierDraft(user, type, value, name, notes, validFrom, validUntil, maxPasses, others);
    }

    /** The same, leaving those that are granted as they are. */
    public IdentifierDraft withoutRestrictions() {
        return new IdentifierDraft(user, type, value, name, notes, validFrom, validUntil, maxPasses, null);
    }

    /** The identifier that it makes of a checked draft. */
    Identifier identifier(String id, @Nullable Identifier before) {
        return new Identifier(
                id,
                user,
                type,
                value,
                validFrom,
                validUntil,
                maxPasses,
                before == null ? 0 : before.passesUsed(),
                before != null && before.revoked(),
                before != null && before.suspended(),
                before == null ? null : before.guest());
    }
}
