package dev.lintel.domain.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.lintel.domain.access.OfflineRight;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.wire.WireName;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a device is given of a record. Two contents with the same digest are the same. */
public sealed interface CopyContent {
    /** The id of the record. */
    String id();

    /**
     * An identifier.
     *
     * @param type as in requests of the device protocol
     * @param validFrom RFC 3339; null is no beginning
     * @param validUntil RFC 3339, exclusive; null is no end
     * @param maxPasses null is without limit
     * @param rights what it opens at this device
     */
    @JsonPropertyOrder({"id", "type", "value", "guest", "validFrom", "validUntil", "maxPasses", "rights"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfIdentifier(
            String id,
            String type,
            String value,
            boolean guest,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable Integer maxPasses,
            List<OfflineRight> rights)
            implements CopyContent {
        static OfIdentifier of(Identifier identifier, List<OfflineRight> rights) {
            return new OfIdentifier(
                    identifier.id(),
                    WireName.of(identifier.type()),
                    identifier.value(),
                    identifier.guest() != null,
                    identifier.validFrom() == null
                            ? null
                            : identifier.validFrom().toString(),
                    identifier.validUntil() == null
                            ? null
                            : identifier.validUntil().toString(),
                    identifier.maxPasses(),
                    rights);
        }

        /** Ids of the schedules that its rights name. */
        Set<String> schedules() {
            return rights.stream().flatMap(right -> right.schedules().stream()).collect(Collectors.toSet());
        }
    }

    /**
     * A schedule by the clock on the wall, as in a site file.
     *
     * @param rrule RFC 5545 without the prefix; null is one occurrence
     * @param holidays how it takes holidays
     * @param holidayDays the holidays of its project; null when it takes no notice of them
     */
    @JsonPropertyOrder({"id", "start", "end", "allDay", "rrule", "timeZone", "holidays", "holidayDays"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfSchedule(
            String id,
            String start,
            String end,
            boolean allDay,
            @Nullable String rrule,
            String timeZone,
            String holidays,
            @Nullable HolidayDays holidayDays)
            implements CopyContent {
        static OfSchedule of(Schedule schedule, ZoneId usual, @Nullable HolidayDays days) {
            ZoneId zone = schedule.timeZone() == null ? usual : schedule.timeZone();
            return new OfSchedule(
                    schedule.id(),
                    schedule.start().toString(),
                    schedule.end().toString(),
                    schedule.allDay(),
                    schedule.rrule(),
                    zone.getId(),
                    WireName.of(schedule.holidays()),
                    days);
        }
    }

    /** As a device is given it. */
    default byte[] json() {
        return Json.MAPPER.writeValueAsBytes(this);
    }

    /** 64 bits in hexadecimal: enough to tell the contents of one record apart. */
    default String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json());
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Nothing but the mapper, which an interface could not keep to itself. */
    final class Json {
        private static final JsonMapper MAPPER = JsonMapper.builder().build();

        private Json() {}
    }
}
