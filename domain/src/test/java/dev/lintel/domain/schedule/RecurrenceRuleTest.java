package dev.lintel.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readings of RFC 5545 that are easily got wrong, and what is refused. */
class RecurrenceRuleTest {
    @Test
    void countsTheStartAsTheFirstEvenWhenItDoesNotMatch() {
        // 2026-01-05 is a Monday
        assertThat(dates("2026-01-05", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"))
                .containsExactly("2026-01-05", "2026-01-06", "2026-01-13");
    }

    @Test
    void happensOnTheDayOfUntilWhateverTheTime() {
        assertThat(dates("2026-01-05", "FREQ=DAILY;UNTIL=20260107"))
                .containsExactly("2026-01-05", "2026-01-06", "2026-01-07");
    }

    @Test
    void happensAtItsStartEvenWhenUntilIsEarlier() {
        assertThat(dates("2026-01-05", "FREQ=DAILY;UNTIL=20250107")).containsExactly("2026-01-05");
    }

    @Test
    void choosesOneWorkingDayAYearFromAllChosenMonths() {
        // the set of a yearly rule is the year, so March has none; and January counts although the start is later
        assertThat(dates("2026-04-26", "FREQ=YEARLY;BYMONTH=1,8;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=3"))
                .containsExactly("2026-04-26", "2027-01-01", "2028-01-03");
        assertThat(dates("2026-03-31", "FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3"))
                .containsExactly("2026-03-31", "2026-09-30", "2027-09-30");
    }

    @Test
    void expandsDaysOfTheMonthToEveryMonthOfAYear() {
        assertThat(dates("2026-04-15", "FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=15;COUNT=10"))
                .startsWith("2026-04-15", "2026-05-15", "2026-06-15")
                .endsWith("2026-12-15", "2028-01-15");
    }

    @Test
    void cutsAWeekAtTheEndOfAChosenMonth() {
        assertThat(dates("2026-03-25", "FREQ=WEEKLY;BYMONTH=3;BYDAY=MO,WE,FR;COUNT=5"))
                .containsExactly("2026-03-25", "2026-03-27", "2026-03-30", "2027-03-01", "2027-03-03");
    }

    @Test
    void beginsTheWeekOnMondayWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.US);
            // RFC 5545 section 3.8.5.3: the example in which the first day of the week matters
            assertThat(dates("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU"))
                    .containsExactly("1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24");
            assertThat(dates("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU"))
                    .containsExactly("1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void skipsMonthsAndYearsWithoutTheDay() {
        assertThat(dates("2026-01-31", "FREQ=MONTHLY;COUNT=3"))
                .containsExactly("2026-01-31", "2026-03-31", "2026-05-31");
        assertThat(dates("2024-02-29", "FREQ=YEARLY;COUNT=3"))
                .containsExactly("2024-02-29", "2028-02-29", "2032-02-29");
        assertThat(dates("2026-01-30", "FREQ=MONTHLY;BYDAY=5FR;COUNT=3"))
                .containsExactly("2026-01-30", "2026-05-29", "2026-07-31");
    }

    @Test
    void findsWhatHappensOnceInFortyYears() {
        assertThat(dates("2088-02-29", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU;COUNT=2"))
                .containsExactly("2088-02-29", "2128-02-29");
    }

    @Test
    void endsTheSearchForADayThatNeverComes() {
        assertThat(dates("2026-01-05", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=2"))
                .containsExactly("2026-01-05");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FREQ=FORTNIGHTLY                        | FREQ "FORTNIGHTLY" is not DAILY, WEEKLY, MONTHLY or YEARLY
                    FREQ=MINUTELY                           | FREQ "MINUTELY" is not DAILY, WEEKLY, MONTHLY or YEARLY
                    INTERVAL=2                              | FREQ is missing
                    FREQ=DAILY;INTERVAL=0                   | INTERVAL "0" is not a number from 1 to 9999
                    FREQ=DAILY;COUNT=-1                     | COUNT "-1" is not a number from 1 to 99999
                    FREQ=DAILY;UNTIL=20260230               | UNTIL "20260230" is not a date such as 20261231
                    FREQ=DAILY;UNTIL=20261231T235959Z       | UNTIL "20261231T235959Z" is not a date such as 20261231
                    FREQ=DAILY;UNTIL=20261231;COUNT=2       | UNTIL and COUNT exclude each other
                    FREQ=DAILY;FREQ=DAILY                   | FREQ is given twice
                    FREQ=DAILY;                             | "" is not a part of the form NAME=VALUE
                    FREQ=WEEKLY;BYDAY=MO,,TU                | BYDAY "" is not a weekday such as MO, 2MO or -1MO
                    FREQ=WEEKLY;BYDAY=XX                    | BYDAY "XX" is not a weekday such as MO, 2MO or -1MO
                    FREQ=WEEKLY;BYDAY=2MO                   | BYDAY "2MO" counts weekdays, which only FREQ=MONTHLY and YEARLY do
                    FREQ=MONTHLY;BYMONTHDAY=32              | BYMONTHDAY "32" is not a day from 1 to 31 or from -31 to -1
                    FREQ=MONTHLY;BYMONTHDAY=0               | BYMONTHDAY "0" is not a day from 1 to 31 or from -31 to -1
                    FREQ=WEEKLY;BYMONTHDAY=1                | BYMONTHDAY does not go with FREQ=WEEKLY
                    FREQ=MONTHLY;BYSETPOS=1                 | BYSETPOS needs another BY part to choose from
                    """)
    void saysWhatIsWrong(String rule, String reason) {
        assertThatThrownBy(() -> RecurrenceRule.of(LocalDateTime.of(2026, 1, 5, 9, 0), rule))
                .isInstanceOf(InvalidRecurrenceException.class)
                .hasMessage(reason);
    }

    @Test
    void refusesPartsThatItDoesNotKnow() {
        assertThatThrownBy(() -> RecurrenceRule.of(LocalDateTime.of(2026, 1, 5, 9, 0), "RRULE:FREQ=DAILY"))
                .hasMessageStartingWith("\"RRULE:FREQ\" is not one of the known parts [FREQ, INTERVAL,");
    }

    private static List<String> dates(String start, String rule) {
        LocalDateTime first = LocalDate.parse(start).atTime(9, 0);
        return RecurrenceRule.of(first, rule).starts(first, first.plusYears(50)).stream()
                .peek(time -> assertThat(time.toLocalTime()).isEqualTo(first.toLocalTime()))
                .map(time -> time.toLocalDate().toString())
                .toList();
    }
}
