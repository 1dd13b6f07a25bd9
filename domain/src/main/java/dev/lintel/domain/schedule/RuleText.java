package dev.lintel.domain.schedule;

import static dev.lintel.domain.schedule.RulePart.BYDAY;
import static dev.lintel.domain.schedule.RulePart.BYMONTH;
import static dev.lintel.domain.schedule.RulePart.BYMONTHDAY;
import static dev.lintel.domain.schedule.RulePart.BYSETPOS;
import static dev.lintel.domain.schedule.RulePart.BYYEARDAY;
import static dev.lintel.domain.schedule.RulePart.COUNT;
import static dev.lintel.domain.schedule.RulePart.FREQ;
import static dev.lintel.domain.schedule.RulePart.UNTIL;

import dev.lintel.domain.schedule.RuleFault.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recurrence rule taken apart and checked; what is not understood for certain is refused. */
public record RuleText(Map<RulePart, String> parts) {

    /** @throws InvalidRecurrenceException saying which part is wrong */
    public static RuleText parse(String text) {
        Map<RulePart, String> parts = new EnumMap<>(RulePart.class);
        for (String assignment : text.toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = assignment.indexOf('=');
            if (equals < 0) {
                throw new InvalidRecurrenceException(Kind.NO_ASSIGNMENT, assignment);
            }
            RulePart part = part(assignment.substring(0, equals));
            String value = assignment.substring(equals + 1);
            part.check(value);
            if (parts.put(part, value) != null) {
                throw new InvalidRecurrenceException(Kind.TWICE, part);
            }
        }
        RuleText rule = new RuleText(parts);
        rule.checkTogether();
        return rule;
    }

    public boolean has(RulePart part) {
        return parts.containsKey(part);
    }

    public @Nullable String get(RulePart part) {
        return parts.get(part);
    }

    public boolean isFrequency(String frequency) {
        return frequency.equals(parts.get(FREQ));
    }

    /** The date that stands as {@code yyyyMMdd}; null if it is none. */
    public static @Nullable LocalDate date(String text) {
        try {
            return text.length() == 8 ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static RulePart part(String name) {
        return Arrays.stream(RulePart.values())
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidRecurrenceException(Kind.UNKNOWN_PART, name, Arrays.toString(RulePart.values())));
    }

    private void checkTogether() {
        require(has(FREQ), Kind.NO_FREQUENCY);
        require(!has(UNTIL) || !has(COUNT), Kind.UNTIL_AND_COUNT);
        boolean numbered = has(BYDAY) && String.valueOf(get(BYDAY)).matches(".*\\d.*");
        boolean counts = isFrequency("MONTHLY") || isFrequency("YEARLY");
        require(!numbered || counts, Kind.COUNTS_WEEKDAYS, String.valueOf(get(BYDAY)));
        require(
                !numbered || !has(BYMONTHDAY) && !has(BYYEARDAY),
                Kind.COUNTS_WEEKDAYS_WITH_DAYS,
                String.valueOf(get(BYDAY)));
        require(!has(BYMONTHDAY) || !isFrequency("WEEKLY"), Kind.MONTH_DAYS_OF_WEEK);
        require(!has(BYYEARDAY) || isFrequency("YEARLY"), Kind.YEAR_DAYS);
        require(
                !has(BYSETPOS)
                        || parts.keySet().stream()
                                .anyMatch(
                                        part -> part != BYSETPOS && part.name().startsWith("BY")),
                Kind.POSITION_ALONE);
        require(!has(BYSETPOS) || !has(BYMONTH) || !isFrequency("WEEKLY"), Kind.POSITION_OF_WEEKS);
    }

    private static void require(boolean holds, Kind otherwise, Object... arguments) {
        if (!holds) {
            throw new InvalidRecurrenceException(otherwise, arguments);
        }
    }
}
