package dev.lintel.routes.rest;

import dev.lintel.domain.access.AcsLogEntry;
import dev.lintel.domain.wire.WireName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass attempt as the API shows it. */
record LogEntryView(
        long id,
        @Nullable Long project,
        @Schema(description = "By the server's clock.") Instant at,

        @Schema(description = "By the device's clock, if it said.") @Nullable
        Instant deviceTime,

        @Schema(allowableValues = {"mqtt", "basip", "rest", "device"})
        String channel,

        DeviceName device,
        @Nullable String accessPoint,
        @Nullable Integer lock,
        Presented identifier,
        @Nullable Owner owner,
        @Schema(allowableValues = {"grant", "deny"}) String verdict,
        String reason,
        List<Integer> locks,
        List<String> restrictions,
        String ruleVersion,

        @Schema(description = "Names of the policies that flagged it.")
        List<String> flags) {

    /** @param id null when the device was unknown */
    record DeviceName(
            @Nullable String id, String serial, @Nullable String name) {}

    /** @param value masked where knowing it opens doors */
    record Presented(@Nullable String id, String type, String value) {}

    /**
     * Whose identifier it was.
     *
     * @param type owner, guest or courier
     * @param marker what they are marked with today
     */
    record Owner(
            String id,
            @Nullable String name,
            @Nullable String type,
            @Nullable String marker) {}

    static LogEntryView of(AcsLogEntry entry, @Nullable String marker) {
        return new LogEntryView(
                entry.id(),
                entry.project(),
                entry.at(),
                entry.deviceTime(),
                WireName.of(entry.channel()),
                new DeviceName(entry.deviceId(), entry.deviceSerial(), entry.deviceName()),
                entry.accessPoint(),
                entry.lock(),
                new Presented(entry.identifierId(), WireName.of(entry.type()), entry.presented()),
                owner(entry, marker),
                WireName.of(entry.verdict()),
                WireName.of(entry.reason()),
                entry.locks(),
                entry.restrictions(),
                entry.ruleVersion(),
                entry.flags());
    }

    private static @Nullable Owner owner(AcsLogEntry entry, @Nullable String marker) {
        if (entry.ownerId() == null) {
            return null;
        }
        String type = entry.ownerType() == null ? null : WireName.of(entry.ownerType());
        return new Owner(entry.ownerId(), entry.ownerName(), type, marker);
    }
}
