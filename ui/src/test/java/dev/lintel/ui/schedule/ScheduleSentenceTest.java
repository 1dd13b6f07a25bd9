package dev.lintel.ui.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.ui.i18n.Messages;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules in sentences of all three languages. */
@Tag("SC-2")
class ScheduleSentenceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-13T09:00 | 2026-01-13T19:00 | FREQ=YEARLY;BYMONTH=1,6;BYDAY=2TU;UNTIL=20270301 | en | every second Tuesday of January and June, 09:00–19:00, until 1 March 2027
            2026-01-13T09:00 | 2026-01-13T19:00 | FREQ=YEARLY;BYMONTH=1,6;BYDAY=2TU;UNTIL=20270301 | ru | каждый второй вторник января и июня, 09:00–19:00, по 1 марта 2027 г. включительно
            2026-01-13T09:00 | 2026-01-13T19:00 | FREQ=YEARLY;BYMONTH=1,6;BYDAY=2TU;UNTIL=20270301 | uk | кожен другий вівторок січня і червня, 09:00–19:00, до 1 березня 2027 р. включно
            2026-01-05T22:00 | 2026-01-06T06:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR                       | en | every Monday, Wednesday and Friday, 22:00–06:00 of the next day
            2026-01-05T22:00 | 2026-01-06T06:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR                       | ru | по понедельникам, средам и пятницам, 22:00–06:00 следующего дня
            2026-01-05T22:00 | 2026-01-06T06:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR                       | uk | по понеділках, середах і п’ятницях, 22:00–06:00 наступного дня
            2026-01-05T09:00 | 2026-01-05T19:00 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO                  | en | every Monday, each 2nd week only, 09:00–19:00
            2026-01-01T00:00 | 2026-01-01T00:00 | FREQ=MONTHLY;INTERVAL=7;BYMONTHDAY=1,22,-1       | en | on the 1st, 22nd and last day of the month, each 7th month only, all day
            2026-01-01T00:00 | 2026-01-01T00:00 | FREQ=MONTHLY;BYMONTHDAY=1,22,-1                  | ru | 1-го, 22-го и последнего числа каждого месяца, весь день
            2026-01-07T00:00 | 2026-01-07T00:00 | FREQ=MONTHLY;BYDAY=1WE                           | ru | каждую первую среду месяца, весь день
            2026-01-25T00:00 | 2026-01-26T00:00 | FREQ=MONTHLY;BYDAY=-1SU                          | ru | каждое последнее воскресенье месяца, 2 дня подряд
            2026-01-30T00:00 | 2026-01-30T00:00 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1    | uk | кожен останній робочий день місяця, весь день
            2026-01-05T09:00 | 2026-01-06T15:30 | FREQ=WEEKLY;BYDAY=MO                             | en | every Monday, from 09:00 for 30 hours 30 min
            2026-01-05T18:00 | 2026-01-06T00:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR                 | en | every day from Monday to Friday, 18:00–24:00
            2026-01-06T09:00 | 2026-01-06T19:00 | FREQ=WEEKLY;BYDAY=MO                             | en | every Monday, 09:00–19:00, and once on 6 January 2026
            2026-01-05T09:00 | 2026-01-05T19:00 | FREQ=DAILY;COUNT=3                               | en | by the rule FREQ=DAILY;COUNT=3, 09:00–19:00
            2026-01-05T09:00 | 2026-01-05T19:00 |                                                  | uk | 5 січня 2026 р., 09:00–19:00
            2026-01-05T00:00 | 2026-01-08T00:00 |                                                  | en | from 5 January 2026 to 8 January 2026, all day
            2026-06-10T00:00 | 2026-06-10T00:00 | FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=10   | ru | 10-го числа июня, только каждый 2-й год, весь день
            """)
    void saysWhenItIsOpen(String start, String end, String rule, String language, String sentence) {
        assertThat(said(start, end, rule, HolidayUse.IGNORED, language)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXCLUDED | en | every day, 09:00–19:00, never on holidays
            ONLY     | ru | каждый день, 09:00–19:00, только в праздники
            """)
    void saysWhatHolidaysDo(HolidayUse use, String language, String sentence) {
        assertThat(said("2026-01-05T09:00", "2026-01-05T19:00", "FREQ=DAILY", use, language))
                .isEqualTo(sentence);
    }

    private static String said(String start, String end, String rule, HolidayUse use, String language) {
        LocalDateTime from = LocalDateTime.parse(start);
        LocalDateTime until = LocalDateTime.parse(end);
        boolean allDay = start.endsWith("T00:00") && end.endsWith("T00:00");
        Schedule schedule = new Schedule("s", "s", from, until, allDay, rule, null, use, "");
        // dates have blanks at which no line is broken
        return new PlainScheduleWording(new Messages())
                .sentence(schedule, Locale.forLanguageTag(language))
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
