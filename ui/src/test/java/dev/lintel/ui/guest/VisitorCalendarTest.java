package dev.lintel.ui.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("GA-3")
class VisitorCalendarTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void saysWhenWhereAndWhat() {
        String event = VisitorCalendar.event(
                        APass.until(NOW.plusSeconds(3600)), "Visit: House", "https://x.example/g/abc", NOW)
                .orElseThrow();

        assertThat(event)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("DTSTART:20261122T080000Z\r\n", "DTEND:20261122T090000Z\r\n", "SUMMARY:Visit: House\r\n")
                .contains("DESCRIPTION:Дзвоніть\\; двічі\\,\\nбудь ласка")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void foldsLinesWithoutCuttingLetters() {
        String event = VisitorCalendar.event(
                        APass.until(NOW.plusSeconds(3600)), "Візит ".repeat(40), "https://x.example/g/abc", NOW)
                .orElseThrow();

        assertThat(Arrays.stream(event.split("\r\n")))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(event.replace("\r\n ", "")).contains("Візит ".repeat(40).strip());
    }

    @Test
    void thereIsNoneForAPassWithoutAnEnd() {
        assertThat(VisitorCalendar.event(APass.until(null), "Visit", "https://x.example/g/abc", NOW))
                .isEmpty();
    }
}
