package dev.lintel.routes.rest;

import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.routes.wire.RefusedException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/v1/decisions}. */
record DecisionQuestion(
        @Schema(
                description = "Serial number of the device.",
                requiredMode = Schema.RequiredMode.REQUIRED,
                example = "HH-GATE")
        @Nullable
        String device,

        @Schema(description = "One direction through the door, if the device says it.", example = "in") @Nullable
        String accessPoint,

        @Schema(description = "Number of the lock from 1, or all; whatever may be opened if absent.", example = "1")
        @Nullable
        String lock,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        PresentedIdentifier identifier,

        @Schema(
                description = "The instant that is asked about; now if absent. Not allowed with record=true.",
                example = "2026-11-22T08:30:00Z")
        @Nullable
        String at) {

    /** What is presented at the door. */
    record PresentedIdentifier(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"card", "ukey", "access-code", "face", "qr", "licence-plate"},
                    example = "card")
            @Nullable
            String type,

            @Schema(
                    description = "In any notation that the type allows.",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "0012345678")
            @Nullable
            String value) {}

    /** @throws RefusedException naming the first field that is wrong */
    AccessRequest asRequest(boolean record, Instant now) {
        String serial = Words.required("device", device);
        if (identifier == null) {
            throw new RefusedException("identifier", "is missing");
        }
        String typeName = Words.required("identifier.type", identifier.type());
        IdentifierType type = Objects.requireNonNull(Words.choice("identifier.type", IdentifierType.class, typeName));
        String value = Words.required("identifier.value", identifier.value());
        Instant asked = Words.instant("at", at);
        if (asked != null && record) {
            throw new RefusedException(
                    "at", "must be absent when the decision is recorded: a door opens now or not at all");
        }
        return new AccessRequest(serial, accessPoint, lockNumber(), type, value, asked == null ? now : asked);
    }

    private @Nullable Integer lockNumber() {
        if (lock == null) {
            return null;
        }
        if (lock.equals("all")) {
            return AccessRequest.ALL_LOCKS;
        }
        if (!lock.matches("[1-9][0-9]{0,2}")) {
            throw new RefusedException("lock", "must be a whole number from 1, or \"all\"");
        }
        return Integer.valueOf(lock);
    }
}
