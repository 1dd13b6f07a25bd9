package dev.lintel.domain.identifier.exchange;

import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.wire.WireName;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads cells as people and panels write them. */
final class CellReader {
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd['T'][ ]HH:mm[:ss]", Locale.ROOT),
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm[:ss]", Locale.ROOT));
    private static final List<DateTimeFormatter> DATES =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT));

    private static final Map<String, IdentifierType> TYPES = Map.ofEntries(
            // as BAS-IP panels call them
            Map.entry("inputcode", IdentifierType.ACCESS_CODE),
            Map.entry("input_code", IdentifierType.ACCESS_CODE),
            Map.entry("face_id", IdentifierType.FACE),
            Map.entry("face id", IdentifierType.FACE),
            Map.entry("license_plate", IdentifierType.LICENCE_PLATE),
            Map.entry("license plate", IdentifierType.LICENCE_PLATE),
            // as the product's languages and its own exports do
            Map.entry("access code", IdentifierType.ACCESS_CODE),
            Map.entry("code", IdentifierType.ACCESS_CODE),
            Map.entry("qr code", IdentifierType.QR),
            Map.entry("licence plate", IdentifierType.LICENCE_PLATE),
            Map.entry("карта", IdentifierType.CARD),
            Map.entry("код доступа", IdentifierType.ACCESS_CODE),
            Map.entry("код", IdentifierType.ACCESS_CODE),
            Map.entry("лицо", IdentifierType.FACE),
            Map.entry("qr-код", IdentifierType.QR),
            Map.entry("номер автомобиля", IdentifierType.LICENCE_PLATE),
            Map.entry("картка", IdentifierType.CARD),
            Map.entry("код доступу", IdentifierType.ACCESS_CODE),
            Map.entry("обличчя", IdentifierType.FACE),
            Map.entry("номер автомобіля", IdentifierType.LICENCE_PLATE));

    private CellReader() {}

    static Optional<IdentifierType> type(String cell) {
        return WireName.parse(IdentifierType.class, cell)
                .or(() -> Optional.ofNullable(TYPES.get(cell.strip().toLowerCase(Locale.ROOT))));
    }

    /** @param zone by whose clock a time without an offset is read */
    static Optional<Instant> moment(String cell, ZoneId zone) {
        try {
            return Optional.of(OffsetDateTime.parse(cell).toInstant());
        } catch (DateTimeException noOffset) {
            return local(cell).map(time -> time.atZone(zone).toInstant());
        }
    }

    private static Optional<LocalDateTime> local(String cell) {
        for (DateTimeFormatter format : TIMES) {
            try {
                return Optional.of(LocalDateTime.parse(cell, format));
            } catch (DateTimeException otherFormat) {
                // the next one may fit
            }
        }
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(cell, format).atStartOfDay());
            } catch (DateTimeException otherFormat) {
                // the next one may fit
            }
        }
        return Optional.empty();
    }
}
