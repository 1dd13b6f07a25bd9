package dev.lintel.domain.schedule.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.ics.HolidayFile.Refused;
import dev.lintel.domain.schedule.ics.HolidayFile.Why;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holidays from calendar files as they are found in the world. */
@Tag("SC-3")
class HolidayFileTest {
    @Test
    void readsWholeDaysWithTheirNames() {
        HolidayFile file = read("""
                DTSTART;VALUE=DATE:20261225
                DTEND;VALUE=DATE:20261227
                SUMMARY:Christmas\\, both
                  days
                BEGIN:VALARM
                SUMMARY:wake up
                END:VALARM
                """);
        assertThat(file.holidays())
                .containsExactly(new Holiday(
                        "Christmas, both days", LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26), false));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART;VALUE=DATE:20260101~RRULE:FREQ=YEARLY                          | 2026-01-01 2026-01-01 true
            DTSTART;VALUE=DATE:20200101~RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1   | 2020-01-01 2020-01-01 true
            DTSTART;TZID=Europe/Kyiv:20260824T000000~DTEND;TZID=Europe/Kyiv:20260825T000000 | 2026-08-24 2026-08-24 false
            DTSTART;VALUE=DATE:20260501~DURATION:P3D                               | 2026-05-01 2026-05-03 false
            DTSTART;VALUE=DATE:20260501~DTEND;VALUE=DATE:20260501                  | 2026-05-01 2026-05-01 false
            DTSTART:20260501                                                       | 2026-05-01 2026-05-01 false
            """)
    void readsWhatCalendarsMeanByADay(String event, String expected) {
        Holiday holiday = read(event.replace('~', '\n')).holidays().getFirst();
        assertThat(holiday.first() + " " + holiday.last() + " " + holiday.yearly())
                .isEqualTo(expected);
    }

    @Test
    void worksOutRepetitionsThatAreNoDate() {
        HolidayFile file = read("""
                DTSTART;VALUE=DATE:20201126
                RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
                EXDATE;VALUE=DATE:20271125
                SUMMARY:Thanksgiving
                """);
        assertThat(file.holidays())
                .extracting(Holiday::first)
                .startsWith(LocalDate.of(2025, 11, 27), LocalDate.of(2026, 11, 26), LocalDate.of(2028, 11, 23))
                .hasSize(11);
    }

    @Test
    void refusesEventByEventWithTheReason() {
        HolidayFile file = HolidayFile.read(
                calendar(
                        event("DTSTART;VALUE=DATE:20260101\nSUMMARY:New Year"),
                        event("DTSTART:20260102T090000Z\nSUMMARY:Meeting"),
                        event("SUMMARY:Nothing"),
                        event("DTSTART;VALUE=DATE:20260110\nDTEND;VALUE=DATE:20260101\nSUMMARY:Backwards"),
                        event("DTSTART;VALUE=DATE:20260110\nRRULE:FREQ=SECONDLY\nSUMMARY:Quick"),
                        event("DTSTART;VALUE=DATE:20260110\nRDATE;VALUE=DATE:20260112\nSUMMARY:More"),
                        event("DTSTART;VALUE=DATE:20260110\nSTATUS:CANCELLED\nSUMMARY:Off")),
                2026);
        assertThat(file.holidays()).extracting(Holiday::name).containsExactly("New Year");
        assertThat(file.refused())
                .containsExactly(
                        new Refused("Meeting", Why.HAS_TIMES),
                        new Refused("Nothing", Why.NO_START),
                        new Refused("Backwards", Why.WRONG_LENGTH),
                        new Refused("Quick", Why.WRONG_RULE),
                        new Refused("More", Why.MORE_DATES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>not here</html>", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "BEGIN:VCARD\r\nEND:VCARD\r\n"
            })
    void refusesWhatIsNoCalendar(String text) {
        assertThatThrownBy(() -> HolidayFile.read(text.getBytes(StandardCharsets.UTF_8), 2026))
                .isInstanceOfSatisfying(CalendarFileException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(CalendarFileException.Reason.NO_CALENDAR));
    }

    @Test
    void refusesTooMuch() {
        byte[] large = new byte[HolidayFile.MOST_BYTES + 1];
        assertThatThrownBy(() -> HolidayFile.read(large, 2026)).hasMessageContaining("too-large");
        String many = IntStream.range(0, 1001)
                .mapToObj(day -> event("SUMMARY:d\nDTSTART;VALUE=DATE:"
                        + LocalDate.of(2026, 1, 1).plusDays(day).toString().replace("-", "")))
                .collect(Collectors.joining());
        assertThatThrownBy(() -> HolidayFile.read(calendar(many), 2026)).hasMessageContaining("too-many");
    }

    private static HolidayFile read(String event) {
        return HolidayFile.read(calendar(event(event)), 2026);
    }

    private static String event(String properties) {
        return "BEGIN:VEVENT\nUID:1\n" + properties.strip() + "\nEND:VEVENT\n";
    }

    private static byte[] calendar(String... events) {
        String text =
                "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n" + String.join("", events) + "END:VCALENDAR\n";
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
