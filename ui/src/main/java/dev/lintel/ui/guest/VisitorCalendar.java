package dev.lintel.ui.guest;

import dev.lintel.domain.access.VisitorDoors.Visit;
import dev.lintel.domain.access.VisitorDoors.VisitorDoor;
import dev.lintel.domain.device.Position;
import dev.lintel.domain.guestpass.GuestPass;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A visit as an event of a calendar (RFC 5545). */
final class VisitorCalendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private VisitorCalendar() {}

    /** Empty for a pass without an end. */
    static Optional<String> event(Visit visit, String title, String url, Instant stamp) {
        GuestPass pass = visit.pass();
        Instant until = pass.facts().validUntil();
        if (until == null) {
            return Optional.empty();
        }
        Instant from = Objects.requireNonNullElse(
                pass.facts().validFrom(), pass.identifier().created());
        return Optional.of(Stream.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Lintel//Guest pass//EN",
                        "METHOD:PUBLISH",
                        "BEGIN:VEVENT",
                        "UID:" + pass.id() + "@lintel",
                        "DTSTAMP:" + UTC.format(stamp),
                        "DTSTART:" + UTC.format(from),
                        "DTEND:" + UTC.format(until),
                        "SUMMARY:" + escaped(title),
                        "DESCRIPTION:" + escaped(pass.message()),
                        "LOCATION:" + escaped(visit.place()),
                        position(visit),
                        "URL:" + url,
                        "END:VEVENT",
                        "END:VCALENDAR")
                .filter(line -> !line.isEmpty())
                .map(VisitorCalendar::folded)
                .collect(Collectors.joining("\r\n", "", "\r\n")));
    }

    /** Of the first door of which it is known; else empty. */
    private static String position(Visit visit) {
        return visit.doors().stream()
                .map(VisitorDoor::position)
                .filter(Objects::nonNull)
                .findFirst()
                .map(at -> "GEO:" + Position.plain(at.latitude()) + ";" + Position.plain(at.longitude()))
                .orElse("");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Lines of at most 75 octets, never cut within a character (RFC 5545, 3.1). */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String character = Character.toString(line.codePointAt(at));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.toString();
    }
}
