package dev.lintel.ui.guest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.VisitorDoors.Visit;
import dev.lintel.domain.access.VisitorDoors.VisitorDoor;
import dev.lintel.domain.device.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("GA-3")
class VisitorCalendarTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void saysWhenWhereAndWhat() {
        String event = VisitorCalendar.event(
                        visit(NOW.plusSeconds(3600)), "Visit: House", "https://x.example/g/abc", NOW)
                .orElseThrow();

        assertThat(event)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("DTSTART:20261122T080000Z\r\n", "DTEND:20261122T090000Z\r\n", "SUMMARY:Visit: House\r\n")
                .contains("LOCATION:House\\, east\r\n", "GEO:51.5;-0.12\r\n")
                .contains("DESCRIPTION:Дзвоніть\\; двічі\\,\\nбудь ласка")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void foldsLinesWithoutCuttingLetters() {
        String event = VisitorCalendar.event(
                        visit(NOW.plusSeconds(3600)), "Візит ".repeat(40), "https://x.example/g/abc", NOW)
                .orElseThrow();

        assertThat(Arrays.stream(event.split("\r\n")))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(event.replace("\r\n ", "")).contains("Візит ".repeat(40).strip());
    }

    @Test
    void thereIsNoneForAPassWithoutAnEnd() {
        assertThat(VisitorCalendar.event(visit(null), "Visit", "https://x.example/g/abc", NOW))
                .isEmpty();
    }

    private static Visit visit(@Nullable Instant until) {
        return new Visit(
                APass.until(until),
                "House, east",
                ZoneId.of("Europe/Kyiv"),
                List.of(
                        new VisitorDoor("d1", "Gate", null, ReasonCode.GRANTED, null),
                        new VisitorDoor("d2", "Lift", null, ReasonCode.GRANTED, new Position(51.5, -0.12))));
    }
}
