package dev.lintel.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holidays, and what they do to schedules. */
@Tag("SC-2")
class HolidaysTest {
    private static final Holiday CHRISTMAS = yearly("Christmas", "2025-12-25", "2025-12-26");
    private static final Holiday NEW_YEAR = once("New Year", "2027-01-01", "2027-01-01");

    @Test
    void anExcludedHolidayIsClosedFromMidnightToMidnight() {
        Occurrences nights = occurrences("2026-12-20T22:00", "2026-12-21T06:00", "FREQ=DAILY", HolidayUse.EXCLUDED);
        assertThat(changes(nights, "2026-12-24T12:00:00Z", 4))
                .containsExactly(
                        "2026-12-24T22:00:00Z",
                        "2026-12-25T00:00:00Z", // the 25th and 26th are off, so is the night from the 25th
                        "2026-12-27T00:00:00Z",
                        "2026-12-27T06:00:00Z");
    }

    @Test
    void onlyHolidaysAreOpenAtTheTimesOfThePattern() {
        Occurrences nights = occurrences("2026-12-20T22:00", "2026-12-21T06:00", "FREQ=DAILY", HolidayUse.ONLY);
        assertThat(changes(nights, "2026-12-24T12:00:00Z", 6))
                .containsExactly(
                        "2026-12-25T00:00:00Z",
                        "2026-12-25T06:00:00Z",
                        "2026-12-25T22:00:00Z",
                        "2026-12-26T06:00:00Z",
                        "2026-12-26T22:00:00Z",
                        "2026-12-27T00:00:00Z");
    }

    @Test
    void holidaysThatAreIgnoredChangeNothing() {
        Occurrences days = occurrences("2026-12-20T09:00", "2026-12-20T19:00", "FREQ=DAILY", HolidayUse.IGNORED);
        assertThat(days.isOpen(Instant.parse("2026-12-25T10:00:00Z"))).isTrue();
    }

    @Test
    void aPatternWithoutABreakClosesAtTheHolidayAlone() {
        Occurrences always = occurrences("2026-01-01T00:00", "2026-01-02T00:00", "FREQ=DAILY", HolidayUse.EXCLUDED);
        assertThat(changes(always, "2026-12-20T12:00:00Z", 4))
                .containsExactly(
                        "2026-12-25T00:00:00Z", "2026-12-27T00:00:00Z", "2027-01-01T00:00:00Z", "2027-01-02T00:00:00Z");
    }

    @Test
    void aHolidayInWhichClocksChangeIsAnHourShorter() {
        Holiday sunday = once("Sunday", "2026-03-29", "2026-03-29");
        Occurrences daily = Occurrences.of(
                schedule("2026-03-01T00:00", "2026-03-02T00:00", "FREQ=DAILY", HolidayUse.ONLY),
                ZoneId.of("Europe/London"),
                holidays(sunday));
        assertThat(changes(daily, "2026-03-20T00:00:00Z", 2))
                .containsExactly("2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z");
    }

    @Test
    void withoutAnyHolidayOnlyIsNeverOpen() {
        Occurrences never = Occurrences.of(
                schedule("2026-03-01T00:00", "2026-03-02T00:00", "FREQ=DAILY", HolidayUse.ONLY),
                ZoneId.of("UTC"),
                Holidays.NONE);
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(never.isOpen(at)).isFalse();
        assertThat(never.nextChange(at)).isAfter(at.plusSeconds(5L * 365 * 86_400));
    }

    @Test
    void yearlyHolidaysComeAgainAndLeapDaysInLeapYearsOnly() {
        Holidays days = holidays(
                yearly("Leap", "2024-02-29", "2024-02-29"),
                yearly("Turn of the year", "2025-12-30", "2026-01-02"),
                yearly("Around", "2024-02-28", "2024-03-01"),
                NEW_YEAR);
        assertThat(days.on(LocalDate.of(2028, 2, 29))).map(Holiday::name).contains("Leap");
        assertThat(days.on(LocalDate.of(2027, 2, 28))).map(Holiday::name).contains("Around");
        assertThat(days.on(LocalDate.of(2027, 3, 1))).map(Holiday::name).contains("Around");
        assertThat(days.on(LocalDate.of(2027, 3, 2))).isEmpty();
        assertThat(days.on(LocalDate.of(2031, 1, 2))).map(Holiday::name).contains("Turn of the year");
        assertThat(days.on(LocalDate.of(2025, 1, 2))).isEmpty();
        assertThat(days.on(LocalDate.of(2028, 1, 3))).isEmpty();
    }

    @Test
    void thePreviewShowsWhatHolidaysTakeAway() {
        Schedule nights = schedule("2026-12-20T22:00", "2026-12-21T06:00", "FREQ=DAILY", HolidayUse.EXCLUDED);
        SchedulePreview preview = SchedulePreview.of(
                nights, ZoneId.of("UTC"), holidays(CHRISTMAS, NEW_YEAR), Instant.parse("2026-12-24T12:00:00Z"), 2026);

        assertThat(preview.next()).hasSize(SchedulePreview.NEXT);
        SchedulePreview.Upcoming eve = preview.next().getFirst();
        assertThat(eve.open())
                .containsExactly(
                        new OpenSpan(LocalDateTime.parse("2026-12-24T22:00"), LocalDateTime.parse("2026-12-25T00:00")));
        assertThat(eve.isWhole()).isFalse();
        assertThat(eve.holiday()).isEqualTo(CHRISTMAS);
        assertThat(preview.next().get(1).open()).isEmpty();
        assertThat(preview.days())
                .contains(
                        new SchedulePreview.Day(LocalDate.of(2026, 12, 20), 120, null),
                        new SchedulePreview.Day(LocalDate.of(2026, 12, 21), 480, null),
                        new SchedulePreview.Day(LocalDate.of(2026, 12, 25), 0, CHRISTMAS))
                .hasSize(12);
    }

    private static Occurrences occurrences(String start, String end, String rule, HolidayUse use) {
        return Occurrences.of(
                schedule(start, end, rule, use), ZoneId.of("Europe/London"), holidays(CHRISTMAS, NEW_YEAR));
    }

    private static Schedule schedule(String start, String end, String rule, HolidayUse use) {
        return new Schedule("s", "s", LocalDateTime.parse(start), LocalDateTime.parse(end), false, rule, null, use, "");
    }

    private static Holidays holidays(Holiday... days) {
        return Holidays.of(List.of(new HolidayCalendar("c", "c", List.of(days))));
    }

    private static Holiday once(String name, String first, String last) {
        return new Holiday(name, LocalDate.parse(first), LocalDate.parse(last), false);
    }

    private static Holiday yearly(String name, String first, String last) {
        return new Holiday(name, LocalDate.parse(first), LocalDate.parse(last), true);
    }

    private static List<String> changes(Occurrences occurrences, String from, int most) {
        List<String> changes = new ArrayList<>();
        Instant at = occurrences.nextChange(Instant.parse(from));
        while (at != null && changes.size() < most) {
            changes.add(at.toString());
            at = occurrences.nextChange(at);
        }
        return changes;
    }
}
