package dev.lintel.domain.guestpass;

import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierState;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IssuedIdentifier;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A pass that somebody gives to a visitor: an identifier, and what the visitor is told.
 *
 * @param message to the visitor; may be empty
 * @param email of the visitor; may be empty
 * @param phone of the visitor; may be empty
 * @param language in which the visitor is written to
 */
public record GuestPass(IssuedIdentifier identifier, String message, String email, String phone, Locale language) {
    public long project() {
        return identifier.project();
    }

    public String id() {
        return identifier.id();
    }

    public long version() {
        return identifier.version();
    }

    /** Id of the person who expects the visitor. */
    public String host() {
        return facts().user();
    }

    /** Who comes; may be empty. */
    public String visitor() {
        return identifier.name();
    }

    public GuestKind kind() {
        return Objects.requireNonNull(facts().guest());
    }

    public IdentifierType type() {
        return facts().type();
    }

    /** When it begins and ends, how often it was used. */
    public Identifier facts() {
        return identifier.identifier();
    }

    public IdentifierState state(Instant at) {
        return identifier.state(at);
    }

    /** Null is without limit. */
    public @Nullable Integer passesLeft() {
        Integer most = facts().maxPasses();
        return most == null ? null : Integer.valueOf(Math.max(0, most - facts().passesUsed()));
    }
}
