package dev.lintel.routes.rest;

import dev.lintel.domain.identifier.GuestKind;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierRow;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.wire.WireName;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An identifier as the API shows one. */
record IdentifierView(
        String id,

        @Schema(description = "Id of the owner.") String user,

        @Schema(description = "Name of the owner.") String owner,

        @Schema(allowableValues = {"card", "ukey", "access-code", "face", "qr", "licence-plate", "url"})
        String type,

        @Schema(description = "Masked where knowing it opens doors, unless it is one's own or one may change it.")
        String value,

        String name,
        String notes,

        @Schema(allowableValues = {"valid", "not-yet", "expired", "used-up", "suspended", "revoked"})
        String state,

        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Integer maxPasses,
        int passesUsed,
        boolean revoked,
        boolean suspended,

        @Schema(description = "Ids of the restrictions that are granted to the identifier itself.")
        List<String> restrictions,

        @Schema(
                description = "Null for one's own.",
                allowableValues = {"guest", "courier"})
        @Nullable
        String guest,

        @Schema(description = "When it last opened a door.") @Nullable
        Instant lastUsed,

        Instant created,

        @Schema(description = "Send it back with a change, so that nobody's change is lost.")
        long version) {
    /** @param shown whether a value that opens doors is for the asker */
    static IdentifierView of(IssuedIdentifier issued, boolean shown, Instant now) {
        Identifier identifier = issued.identifier();
        return new IdentifierView(
                issued.id(),
                identifier.user(),
                issued.owner(),
                WireName.of(identifier.type()),
                shown ? identifier.value() : issued.shownValue(),
                issued.name(),
                issued.notes(),
                WireName.of(issued.state(now)),
                identifier.validFrom(),
                identifier.validUntil(),
                identifier.maxPasses(),
                identifier.passesUsed(),
                identifier.revoked(),
                identifier.suspended(),
                issued.restrictions(),
                guestName(identifier.guest()),
                issued.lastUsed(),
                issued.created(),
                issued.version());
    }

    /** An identifier in a list. */
    record Row(
            String id,
            String user,
            String owner,
            String type,

            @Schema(description = "Masked where knowing it opens doors.")
            String value,

            String name,

            @Schema(allowableValues = {"valid", "not-yet", "expired", "used-up", "suspended", "revoked"})
            String state,

            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Integer maxPasses,
            int passesUsed,
            List<String> restrictions,
            @Nullable String guest,
            @Nullable Instant lastUsed,
            Instant created) {
        static Row of(IdentifierRow row) {
            return new Row(
                    row.id(),
                    row.user(),
                    row.owner(),
                    WireName.of(row.type()),
                    row.value(),
                    row.name(),
                    WireName.of(row.state()),
                    row.validFrom(),
                    row.validUntil(),
                    row.maxPasses(),
                    row.passesUsed(),
                    row.restrictionIds(),
                    guestName(row.guest()),
                    row.used(),
                    row.created());
        }
    }

    /** What an identifier is to be. */
    record Wanted(
            @Schema(description = "Id of the owner.") @Nullable
            String user,

            @Schema(
                    allowableValues = {"card", "ukey", "access-code", "face", "qr", "licence-plate"},
                    example = "card")
            @Nullable
            String type,

            @Schema(
                    description =
                            "A card in any notation. Absent or empty, an access code or QR code is made, and a change"
                                    + " leaves it as it is. A face has none but by its photo.")
            @Nullable
            String value,

            @Schema(description = "The photo of a face: a JPEG in Base64.") @Nullable
            String photo,

            @Nullable String name,
            @Nullable String notes,

            @Schema(example = "2026-01-05T09:00:00Z") @Nullable
            String validFrom,

            @Schema(example = "2027-01-05T09:00:00Z") @Nullable
            String validUntil,

            @Nullable Integer maxPasses,

            @Schema(description = "Ids; absent leaves them as they are.") @Nullable
            List<String> restrictions,

            @Schema(description = "Of the identifier as last read; needed for a change.") @Nullable
            Long version) {
        IdentifierDraft draft() {
            IdentifierType wanted = Words.choice("type", IdentifierType.class, Words.required("type", type));
            return new IdentifierDraft(
                    Words.required("user", user),
                    Objects.requireNonNull(wanted),
                    text(value),
                    text(name),
                    text(notes),
                    Words.instant("validFrom", validFrom),
                    Words.instant("validUntil", validUntil),
                    maxPasses,
                    restrictions);
        }

        byte @Nullable [] jpeg() {
            try {
                return photo == null ? null : Base64.getMimeDecoder().decode(photo);
            } catch (IllegalArgumentException malformed) {
                throw new RefusedException("photo", "is not Base64");
            }
        }

        long knownVersion() {
            if (version == null) {
                throw new RefusedException("version", "is missing");
            }
            return version;
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    private static @Nullable String guestName(@Nullable GuestKind guest) {
        return guest == null ? null : WireName.of(guest);
    }
}
