package dev.lintel.domain.identifier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An identifier with what people note of it.
 *
 * @param owner name of the owner
 * @param restrictions ids of those that are granted to the identifier itself, in order
 * @param lastUsed when it last opened a door; null is never, as far as the ACS log goes back
 * @param version grows with each change, whoever makes it
 */
public record IssuedIdentifier(
        long project,
        Identifier identifier,
        String owner,
        String name,
        String notes,
        List<String> restrictions,
        Instant created,
        @Nullable Instant lastUsed,
        long version) {
    /** Stands for a value that is not to be seen. */
    public static final String HIDDEN = "••••";

    public IssuedIdentifier {
        restrictions = List.copyOf(restrictions);
    }

    public String id() {
        return identifier.id();
    }

    /** Whether it can be used at this instant. */
    public IdentifierState state(Instant at) {
        Integer most = identifier.maxPasses();
        return IdentifierState.of(
                identifier.revoked(),
                identifier.suspended(),
                identifier.validFrom(),
                identifier.validUntil(),
                most == null ? null : most - identifier.passesUsed(),
                at);
    }

    /** The value for people who need not know it. */
    public String shownValue() {
        return identifier.type().isSecret() ? HIDDEN : identifier.value();
    }

    /** What it is, to be changed. */
    public IdentifierDraft draft() {
        return new IdentifierDraft(
                identifier.user(),
                identifier.type(),
                identifier.value(),
                name,
                notes,
                identifier.validFrom(),
                identifier.validUntil(),
                identifier.maxPasses(),
                restrictions);
    }
}
