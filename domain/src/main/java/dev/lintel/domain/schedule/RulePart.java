package dev.lintel.domain.schedule;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The parts of a recurrence rule that a schedule may have, with the values of each. RFC 5545 section 3.3.10. */
public enum RulePart {
    FREQ(false, "DAILY, WEEKLY, MONTHLY or YEARLY", matching("DAILY|WEEKLY|MONTHLY|YEARLY")),
    INTERVAL(false, "a number from 1 to 9999", number(1, 9999)),
    COUNT(false, "a number from 1 to 99999", number(1, 99_999)),
    UNTIL(false, "a date such as 20261231", RulePart::isDate),
    WKST(false, "a weekday such as MO", matching("MO|TU|WE|TH|FR|SA|SU")),
    BYMONTH(true, "a month from 1 to 12", number(1, 12)),
    BYMONTHDAY(true, "a day from 1 to 31 or from -31 to -1", signed(31)),
    BYYEARDAY(true, "a day from 1 to 366 or from -366 to -1", signed(366)),
    BYDAY(
            true,
            "a weekday such as MO, 2MO or -1MO",
            matching("(?:[+-]?(?:[1-9]|[1-4]\\d|5[0-3]))?(?:MO|TU|WE|TH|FR|SA|SU)")),
    BYHOUR(true, "an hour from 0 to 23", number(0, 23)),
    BYMINUTE(true, "a minute from 0 to 59", number(0, 59)),
    BYSECOND(true, "a second from 0 to 59", number(0, 59)),
    BYSETPOS(true, "a position from 1 to 366 or from -366 to -1", signed(366));

    private final boolean list;
    private final String expected;
    private final Predicate<String> allowed;

    RulePart(boolean list, String expected, Predicate<String> allowed) {
        this.list = list;
        this.expected = expected;
        this.allowed = allowed;
    }

    /** @throws InvalidRecurrenceException if the value, or any of a list of values, cannot stand for this part */
    void check(String value) {
        for (String item : list ? value.split(",", -1) : new String[] {value}) {
            if (!allowed.test(item)) {
                throw new InvalidRecurrenceException(RuleFault.Kind.NOT_ALLOWED, name(), item, expected);
            }
        }
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static Predicate<String> number(int least, int most) {
        return matching("\\d{1,5}").and(text -> {
            int number = Integer.parseInt(text);
            return number >= least && number <= most;
        });
    }

    private static Predicate<String> signed(int most) {
        return matching("[+-]?\\d{1,3}").and(text -> {
            int distance = Math.abs(Integer.parseInt(text));
            return distance >= 1 && distance <= most;
        });
    }

    private static boolean isDate(String text) {
        return RuleText.date(text) != null;
    }
}
