package dev.lintel.domain.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Holidays;
import dev.lintel.domain.schedule.Occurrences;
import dev.lintel.domain.schedule.RandomRules;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.sync.CopyContent.OfSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the copy of a schedule. {@code -Dlintel.schedules=N -Dlintel.seed=S} for more of them. */
@Tag("AR-3")
@Tag("SC-2")
class CopyContentTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> ZONES = List.of(
            "Europe/London", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati", "Etc/GMT+12", "UTC");
    private static final HolidayDays DAYS = new HolidayDays("2026-01-01", "2027-02-28", List.of("2026-12-25"));

    @Test
    void aScheduleThatHeedsHolidaysCarriesThem() {
        assertThat(text(OfSchedule.of(mornings(HolidayUse.EXCLUDED), LONDON, DAYS)))
                .isEqualTo("""
                {"id":"s","start":"2026-01-05T09:00","end":"2026-01-05T12:00","allDay":false,"rrule":"FREQ=DAILY",\
                "timeZone":"Europe/London","holidays":"excluded",\
                "holidayDays":{"from":"2026-01-01","until":"2027-02-28","dates":["2026-12-25"]}}""");
    }

    @Test
    void oneThatDoesNotIsAsItAlwaysWas() {
        OfSchedule copy = OfSchedule.of(mornings(HolidayUse.IGNORED), LONDON, null);
        assertThat(text(copy)).isEqualTo("""
                {"id":"s","start":"2026-01-05T09:00","end":"2026-01-05T12:00","allDay":false,"rrule":"FREQ=DAILY",\
                "timeZone":"Europe/London","holidays":"ignored"}""");
    }

    @Test
    void isAnotherForThePlanWhenAHolidayIsAnother() {
        Schedule schedule = mornings(HolidayUse.ONLY);
        String digest = OfSchedule.of(schedule, LONDON, DAYS).digest();
        HolidayDays more = new HolidayDays(DAYS.from(), DAYS.until(), List.of("2026-12-25", "2026-12-26"));
        HolidayDays later = new HolidayDays(DAYS.from(), "2027-03-31", DAYS.dates());
        HolidayDays same = new HolidayDays(DAYS.from(), DAYS.until(), List.copyOf(DAYS.dates()));
        assertThat(OfSchedule.of(schedule, LONDON, more).digest()).isNotEqualTo(digest);
        assertThat(OfSchedule.of(schedule, LONDON, later).digest()).isNotEqualTo(digest);
        assertThat(OfSchedule.of(schedule, LONDON, same).digest()).isEqualTo(digest);
    }

    @Test
    void aDeviceThatCannotAskComesToTheVerdictOfTheServer() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong() >>> 16);
        int schedules = Integer.getInteger("lintel.schedules", 400);
        int holidaysMet = 0;
        for (int i = 0; i < schedules; i++) {
            holidaysMet += compare(seed + i);
        }
        assertThat(holidaysMet).as("days on which holidays made the difference").isGreaterThan(schedules);
    }

    /** @return how many moments there were at which the pattern alone would have said something else */
    private static int compare(long seed) {
        Random random = new Random(seed);
        ZoneId site = zone(random);
        Schedule schedule = schedule(random);
        Holidays holidays = holidays(random);
        Instant now = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(3 * 365 * 86_400));
        HolidayHorizon horizon = HolidayHorizon.at(now);
        OfSchedule copy = OfSchedule.of(
                schedule, site, schedule.holidays() == HolidayUse.IGNORED ? null : horizon.days(holidays));
        OfflineSchedule device = new OfflineSchedule(new JsonMapper().readTree(copy.json()));
        Occurrences server = Occurrences.of(schedule, site, holidays);
        Occurrences pattern = Occurrences.of(
                new Schedule(
                        "p",
                        "p",
                        schedule.start(),
                        schedule.end(),
                        schedule.allDay(),
                        schedule.rrule(),
                        schedule.timeZone()),
                site);
        Instant last = now.plus(Duration.ofDays(390));
        Instant at = now.minus(Duration.ofDays(1));
        int different = 0;
        while (at != null && at.isBefore(last)) {
            for (Instant moment : List.of(at.minusSeconds(1), at, at.plusSeconds(random.nextInt(200_000)))) {
                if (moment.isAfter(now.minus(Duration.ofDays(1))) && device.isOpen(moment) != server.isOpen(moment)) {
                    throw new AssertionError("-Dlintel.seed=%d -Dlintel.schedules=1%nat %s, seen from %s: %s%n%s"
                            .formatted(seed, moment, now, schedule, text(copy)));
                }
                different += server.isOpen(moment) == pattern.isOpen(moment) ? 0 : 1;
            }
            at = server.nextChange(at);
        }
        return different;
    }

    private static Schedule schedule(Random random) {
        RandomRules rules = new RandomRules(random);
        LocalDateTime start = rules.start();
        boolean allDay = random.nextInt(5) == 0;
        String rule = random.nextInt(3) == 0 ? "FREQ=DAILY" : rules.rule(start);
        return new Schedule(
                "s",
                "s",
                start,
                start.plusMinutes(1 + random.nextInt(random.nextBoolean() ? 6_000 : 900)),
                allDay,
                allDay ? rule.replaceAll(";BYHOUR=[\\d,]+", "") : rule,
                random.nextInt(3) == 0 ? zone(random) : null,
                HolidayUse.values()[random.nextInt(3)],
                "");
    }

    private static Holidays holidays(Random random) {
        return Holidays.of(IntStream.range(0, random.nextInt(3))
                .mapToObj(calendar -> new HolidayCalendar(
                        "c" + calendar,
                        "c",
                        IntStream.range(0, random.nextInt(40))
                                .mapToObj(i -> holiday(random))
                                .toList()))
                .toList());
    }

    /** Many of them at the turn of years, or around 29 February. */
    private static Holiday holiday(Random random) {
        LocalDate first = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(6 * 365));
        switch (random.nextInt(6)) {
            case 0 -> first = LocalDate.of(2024, 2, 27).plusDays(random.nextInt(4));
            case 1 -> first = first.withDayOfYear(1).minusDays(1);
            default -> {}
        }
        return new Holiday(
                "h", first, first.plusDays(random.nextBoolean() ? 0 : random.nextInt(20)), random.nextBoolean());
    }

    private static ZoneId zone(Random random) {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    private static Schedule mornings(HolidayUse use) {
        LocalDateTime nine = LocalDateTime.of(2026, 1, 5, 9, 0);
        return new Schedule("s", "Mornings", nine, nine.withHour(12), false, "FREQ=DAILY", null, use, "");
    }

    private static String text(CopyContent copy) {
        return new String(copy.json(), UTF_8);
    }
}
