package dev.lintel.domain.schedule.repetition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Holidays;
import dev.lintel.domain.schedule.Occurrences;
import dev.lintel.domain.schedule.OtherRecurrence;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.schedule.repetition.DaysOfMonth.Dates;
import dev.lintel.domain.schedule.repetition.DaysOfMonth.Nth;
import dev.lintel.domain.schedule.repetition.Repetition.Daily;
import dev.lintel.domain.schedule.repetition.Repetition.Monthly;
import dev.lintel.domain.schedule.repetition.Repetition.Own;
import dev.lintel.domain.schedule.repetition.Repetition.Weekly;
import dev.lintel.domain.schedule.repetition.Repetition.Yearly;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that people choose from, as rules and back. {@code -Dlintel.rules=N -Dlintel.seed=S} for more. */
@Tag("SC-1")
class RepeatTest {
    private static final int FORMS = Integer.getInteger("lintel.rules", 400);
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    @Test
    void everyFormIsReadBackFromItsRule() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < FORMS * 10; i++) {
            Repeat repeat = new Repeat(form(random), random.nextInt(3) == 0 ? START.plusYears(3) : null);
            Repeat read = read(Objects.requireNonNull(repeat.rule()), START);
            assertThat(read).as("seed %d: %s", seed, repeat.rule()).isEqualTo(canonical(repeat));
        }
    }

    @Test
    void everyFormIsOpenOnTheDaysThatItNames() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int i = 0; i < FORMS; i++) {
            Repetition form = form(random);
            LocalDate start =
                    form.firstFrom(START.plusDays(random.nextInt(800))).orElse(null);
            if (start == null) {
                continue;
            }
            String rule = Objects.requireNonNull(new Repeat(form, null).rule());
            LocalDate end = start.plusYears(10);
            String what = "seed " + seed + ": " + form + " as " + rule + " from " + start;
            assertThat(ofIcal4j(rule, start, end)).as(what).containsExactlyElementsOf(byHand(form, start, end));
            assertThat(ofAnother(rule, start, end)).as(what).containsExactlyElementsOf(byHand(form, start, end));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=YEARLY;INTERVAL=2;BYMONTH=1,6,12;BYDAY=1SA | 2026-06-06 2026-12-05 2028-01-01 2028-06-03 2028-12-02
            FREQ=MONTHLY;BYDAY=5MO                          | 2026-03-30 2026-06-29 2026-08-31 2026-11-30 2027-03-29
            FREQ=MONTHLY;BYMONTHDAY=31                      | 2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31
            FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29             | 2028-02-29 2032-02-29
            FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260331       | 2026-01-31 2026-02-28 2026-03-31
            """)
    void skipsWhatAMonthDoesNotHave(String rule, String expected) {
        Repetition form = read(rule, START).form();
        LocalDate start = form.firstFrom(LocalDate.of(2026, 1, 12)).orElseThrow();
        List<String> days = Arrays.asList(expected.strip().split(" "));
        assertThat(ofIcal4j(rule, start, LocalDate.of(2034, 1, 1)).stream().limit(days.size()))
                .map(LocalDate::toString)
                .containsExactlyElementsOf(days);
    }

    @Test
    void theLastWorkingDayOfTwoMonthsIsOneInEachNotOneAYear() {
        DaysOfMonth last = new Nth(Position.LAST, DayKind.WORKING_DAY);
        List<Month> months = List.of(Month.MARCH, Month.SEPTEMBER);
        String every = Objects.requireNonNull(new Repeat(new Yearly(1, months, last), null).rule());
        String second = Objects.requireNonNull(new Repeat(new Yearly(2, months, last), null).rule());

        assertThat(every).isEqualTo("FREQ=MONTHLY;BYMONTH=3,9;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
        assertThat(second).hasLineCount(2);
        LocalDate start = LocalDate.of(2026, 3, 31);
        assertThat(ofIcal4j(second, start, LocalDate.of(2030, 1, 1)))
                .map(LocalDate::toString)
                .containsExactly("2026-03-31", "2026-09-30", "2028-03-31", "2028-09-29");
        assertThat(read("FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", START)
                        .form())
                .isInstanceOf(Own.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;COUNT=3",
                "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
                "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO",
                "FREQ=MONTHLY;BYDAY=2TU,4TU",
                "FREQ=MONTHLY;BYDAY=TU",
                "FREQ=MONTHLY;BYMONTHDAY=-2",
                "FREQ=MONTHLY;INTERVAL=7;BYMONTH=3",
                "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
                "FREQ=YEARLY;BYDAY=20MO",
                "FREQ=YEARLY;BYYEARDAY=100",
                "FREQ=DAILY;BYHOUR=8,20",
                "FREQ=DAILY\nFREQ=WEEKLY;BYDAY=MO"
            })
    void aRuleThatIsNoneOfTheFormsStaysAsItIs(String rule) {
        assertThat(read(rule, START)).isEqualTo(new Repeat(new Own(rule), null));
    }

    @Test
    void whatARuleLeavesOutIsTakenFromItsStart() {
        assertThat(read("FREQ=WEEKLY", START).form()).isEqualTo(new Weekly(1, List.of(DayOfWeek.MONDAY)));
        assertThat(read("FREQ=MONTHLY;INTERVAL=3", START).form()).isEqualTo(new Monthly(3, new Dates(List.of(5))));
        assertThat(read("FREQ=YEARLY", START).form())
                .isEqualTo(new Yearly(1, List.of(Month.JANUARY), new Dates(List.of(5))));
        assertThat(read("FREQ=DAILY;BYDAY=MO,TU", START).form())
                .isEqualTo(new Weekly(1, List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY)));
    }

    @Test
    void aRuleIsTakenAsCalendarsWriteIt() {
        LocalDateTime nine = START.atTime(9, 0);
        ZoneId kyiv = ZoneId.of("Europe/Kyiv");
        assertThat(PastedRule.clean("rrule:freq=daily;until=20270301T215959Z\n", nine, kyiv))
                .isEqualTo("FREQ=DAILY;UNTIL=20270301");
        // 05:00 in Kyiv, so the occurrence of that day at nine is too late
        assertThat(PastedRule.clean("FREQ=DAILY;UNTIL=20270301T030000Z", nine, kyiv))
                .isEqualTo("FREQ=DAILY;UNTIL=20270228");
        assertThat(PastedRule.clean("FREQ=DAILY;UNTIL=20270301T090000", nine, kyiv))
                .isEqualTo("FREQ=DAILY;UNTIL=20270301");
    }

    private static Repeat read(String rule, LocalDate start) {
        return Repeat.of(schedule(rule, start));
    }

    private static Schedule schedule(@Nullable String rule, LocalDate start) {
        LocalDateTime day = start.atStartOfDay();
        return new Schedule("s", "s", day, day, true, rule, null, HolidayUse.IGNORED, "");
    }

    private static List<LocalDate> ofIcal4j(String rule, LocalDate start, LocalDate end) {
        return Occurrences.of(schedule(rule, start), ZoneId.of("UTC"), Holidays.NONE)
                .starts(start.atStartOfDay(), end.atStartOfDay())
                .stream()
                .map(LocalDateTime::toLocalDate)
                .toList();
    }

    private static List<LocalDate> ofAnother(String rule, LocalDate start, LocalDate end) {
        TreeSet<LocalDate> days = new TreeSet<>();
        rule.lines()
                .flatMap(line -> OtherRecurrence.starts(start.atStartOfDay(), line, end.atStartOfDay()).stream())
                .forEach(time -> days.add(time.toLocalDate()));
        return List.copyOf(days);
    }

    /** Goes through the days and asks each whether it fits and whether its week, month or year is one that counts. */
    private static List<LocalDate> byHand(Repetition form, LocalDate start, LocalDate end) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate monday = start.with(DayOfWeek.MONDAY);
        long firstMonth = start.getYear() * 12L + start.getMonthValue();
        for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
            long after =
                    switch (form) {
                        case Daily daily -> (day.toEpochDay() - start.toEpochDay()) % daily.every();
                        case Weekly weekly -> (day.toEpochDay() - monday.toEpochDay()) / 7 % weekly.every();
                        case Monthly monthly ->
                            (day.getYear() * 12L + day.getMonthValue() - firstMonth) % monthly.every();
                        case Yearly yearly -> (day.getYear() - start.getYear()) % yearly.every();
                        default -> throw new AssertionError(form);
                    };
            if (after == 0 && form.fits(day)) {
                days.add(day);
            }
        }
        return days;
    }

    /** Every month of every year is every month. */
    private static Repeat canonical(Repeat repeat) {
        return repeat;
    }

    private static Repetition form(Random random) {
        int every = 1 + random.nextInt(random.nextInt(3) == 0 ? 8 : 2);
        return switch (random.nextInt(4)) {
            case 0 -> new Daily(every);
            case 1 -> new Weekly(every, some(random, List.of(DayOfWeek.values())));
            case 2 -> new Monthly(every, days(random));
            default -> new Yearly(every, some(random, List.of(Month.values())), days(random));
        };
    }

    private static DaysOfMonth days(Random random) {
        if (random.nextBoolean()) {
            return new Dates(some(
                    random,
                    IntStream.rangeClosed(0, 31)
                            .map(i -> i == 0 ? -1 : i)
                            .boxed()
                            .toList()));
        }
        return new Nth(
                Position.values()[random.nextInt(Position.values().length)],
                DayKind.values()[random.nextInt(DayKind.values().length)]);
    }

    private static <T> List<T> some(Random random, List<T> of) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> of.get(random.nextInt(of.size())))
                .toList();
    }
}
