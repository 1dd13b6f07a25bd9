package dev.lintel.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.Holidays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AR-3")
@Tag("SC-2")
class HolidayHorizonTest {
    private static final List<ZoneOffset> ENDS_OF_THE_EARTH = List.of(ZoneOffset.ofHours(-12), ZoneOffset.ofHours(14));

    @Test
    void reachesFromYesterdayOnAtLeast390DaysAheadWhereverTheDeviceIs() {
        Instant end = Instant.parse("2033-01-01T00:00:00Z");
        for (Instant now = Instant.parse("2026-01-01T00:00:00Z"); now.isBefore(end); now = now.plusSeconds(7_200)) {
            HolidayHorizon horizon = HolidayHorizon.at(now);
            for (ZoneOffset zone : ENDS_OF_THE_EARTH) {
                LocalDate today = LocalDate.ofInstant(now, zone);
                assertThat(horizon.from()).isBeforeOrEqualTo(today.minusDays(1));
                assertThat(horizon.until()).isAfterOrEqualTo(today.plusDays(390));
            }
        }
    }

    @Test
    void isAsLongAsItSaysAtMostAndIsFoundAgainByItsEnd() {
        YearMonth last = YearMonth.of(2400, 1);
        long longest = 0;
        for (YearMonth month = YearMonth.of(2000, 1); month.isBefore(last); month = month.plusMonths(1)) {
            HolidayHorizon horizon = new HolidayHorizon(month);
            longest = Math.max(longest, ChronoUnit.DAYS.between(horizon.from(), horizon.until()) + 1);
            assertThat(HolidayHorizon.endingWith(horizon.until())).isEqualTo(horizon);
        }
        assertThat(longest).isEqualTo(HolidayHorizon.MOST_DAYS);
    }

    @Test
    void worksOutRepetitionsAndTellsEachDayOnce() {
        Holidays holidays = Holidays.of(List.of(
                new HolidayCalendar(
                        "a",
                        "a",
                        List.of(
                                new Holiday("New Year", day("2020-12-31"), day("2021-01-01"), true),
                                once("2024-05-05"))),
                new HolidayCalendar("b", "b", List.of(once("2027-01-01"), once("2027-01-31"), once("2027-02-01")))));
        HolidayDays days =
                HolidayHorizon.at(Instant.parse("2025-12-24T10:00:00Z")).days(holidays);
        assertThat(days)
                .isEqualTo(new HolidayDays(
                        "2025-12-01",
                        "2027-01-31",
                        List.of("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01", "2027-01-31")));
    }

    private static Holiday once(String date) {
        return new Holiday("Day", day(date), day(date), false);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
