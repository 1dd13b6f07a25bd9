package dev.lintel.domain.schedule;

import java.util.List;

/**
 * Why a schedule cannot be evaluated.
 *
 * @param arguments what was found, in the order in which the kind names it
 */
public record RuleFault(Kind kind, List<String> arguments) {
    /** What can be wrong. Each says it in English, for programs; people read it in their own language. */
    public enum Kind {
        /** The part, the value that it has, and what it should be. */
        NOT_ALLOWED("%s \"%s\" is not %s"),
        /** What stands there. */
        NO_ASSIGNMENT("\"%s\" is not a part of the form NAME=VALUE"),
        /** The part. */
        TWICE("%s is given twice"),
        /** What stands there, and the parts that there are. */
        UNKNOWN_PART("\"%s\" is not one of the known parts %s"),
        NO_FREQUENCY("FREQ is missing"),
        UNTIL_AND_COUNT("UNTIL and COUNT exclude each other"),
        /** The value of BYDAY. */
        COUNTS_WEEKDAYS("BYDAY \"%s\" counts weekdays, which only FREQ=MONTHLY and YEARLY do"),
        /** The value of BYDAY. */
        COUNTS_WEEKDAYS_WITH_DAYS(
                "BYDAY \"%s\" counts weekdays, which days of the month or year cannot be combined with"),
        MONTH_DAYS_OF_WEEK("BYMONTHDAY does not go with FREQ=WEEKLY"),
        YEAR_DAYS("BYYEARDAY goes with FREQ=YEARLY only"),
        POSITION_ALONE("BYSETPOS needs another BY part to choose from"),
        POSITION_OF_WEEKS("BYSETPOS with BYMONTH does not go with FREQ=WEEKLY"),
        /** How many there are, and how many there may be. */
        TOO_MANY_RULES("%s rules are more than %s"),
        TIMES_OF_WHOLE_DAYS("BYHOUR, BYMINUTE and BYSECOND do not go with whole days"),
        /** Start and end. */
        FRACTIONS("start \"%s\" or end \"%s\" has fractions of a second"),
        /** Start and end. */
        YEARS("start \"%s\" or end \"%s\" is not in years 1 to 9999"),
        /** End and start. */
        END_BEFORE_START("end \"%s\" is not after start \"%s\"");

        private final String english;

        Kind(String english) {
            this.english = english;
        }
    }

    public RuleFault {
        arguments = List.copyOf(arguments);
    }

    static RuleFault of(Kind kind, Object... arguments) {
        return new RuleFault(
                kind, List.of(arguments).stream().map(Object::toString).toList());
    }

    /** English, lower case, for programs. */
    public String text() {
        return kind.english.formatted(arguments.toArray());
    }
}
