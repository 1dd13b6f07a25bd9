package dev.lintel.domain.schedule.ics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Holidays;
import dev.lintel.domain.schedule.Schedule;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Schedules as calendar files that other programs understand. */
@Tag("SC-3")
class ScheduleFileTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Holidays CHRISTMAS = Holidays.of(List.of(new HolidayCalendar(
            "c",
            "c",
            List.of(new Holiday("Christmas", LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 25), false)))));

    @Test
    void writesTheRuleWithItsZoneAndAnEndThatBelongsToIt() throws Exception {
        String file =
                write("2026-07-06T09:00", "2026-07-06T19:00", false, "FREQ=DAILY;UNTIL=20260731", HolidayUse.IGNORED);
        assertThat(file)
                .contains("DTSTART;TZID=Europe/London:20260706T090000", "UNTIL=20260731T225959Z", "BEGIN:VTIMEZONE")
                .doesNotContain("EXDATE");
        assertThat(events(file)).hasSize(1);
    }

    @Test
    void leavesOutWhatHolidaysTakeAndKeepsTheRest() throws Exception {
        String file = write("2026-11-02T22:00", "2026-11-03T06:00", false, "FREQ=DAILY", HolidayUse.EXCLUDED);
        List<VEvent> events = events(file);
        // of the nights from the 24th and from the 25th, what is not on the 25th is left
        assertThat(file).contains("EXDATE:20261224T220000Z,20261225T220000Z");
        assertThat(events).hasSize(3);
        assertThat(events.get(1).toString())
                .contains("DTSTART;TZID=Europe/London:20261224T220000", "DTEND;TZID=Europe/London:20261225T000000");
        assertThat(events.get(2).toString())
                .contains("DTSTART;TZID=Europe/London:20261226T000000", "DTEND;TZID=Europe/London:20261226T060000");
    }

    @Test
    void writesWholeDaysAsDays() throws Exception {
        String file = write(
                "2026-11-02T00:00",
                "2026-11-02T00:00",
                true,
                "FREQ=MONTHLY;BYDAY=1MO;UNTIL=20270301",
                HolidayUse.IGNORED);
        assertThat(file)
                .contains("DTSTART;VALUE=DATE:20261102", "DTEND;VALUE=DATE:20261103", "UNTIL=20270301")
                .doesNotContain("VTIMEZONE");
        assertThat(events(write("2026-11-02T00:00", "2026-11-02T00:00", true, "FREQ=DAILY", HolidayUse.ONLY)))
                .singleElement()
                .satisfies(event -> assertThat(event.toString()).contains("DTSTART;VALUE=DATE:20261225"));
    }

    private static String write(String start, String end, boolean allDay, String rule, HolidayUse use) {
        Schedule schedule = new Schedule(
                "s1",
                "Office, hours",
                LocalDateTime.parse(start),
                LocalDateTime.parse(end),
                allDay,
                rule,
                null,
                use,
                "");
        return ScheduleFile.write(schedule, LONDON, CHRISTMAS, NOW);
    }

    private static List<VEvent> events(String file) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(file)).getComponents().stream()
                        .filter(VEvent.class::isInstance)
                        .map(VEvent.class::cast)
                        .toList();
    }
}
