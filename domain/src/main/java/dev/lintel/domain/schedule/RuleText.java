package dev.lintel.domain.schedule;

import static dev.lintel.domain.schedule.RulePart.BYDAY;
import static dev.lintel.domain.schedule.RulePart.BYMONTH;
import static dev.lintel.domain.schedule.RulePart.BYMONTHDAY;
import static dev.lintel.domain.schedule.RulePart.BYSETPOS;
import static dev.lintel.domain.schedule.RulePart.BYYEARDAY;
import static dev.lintel.domain.schedule.RulePart.COUNT;
import static dev.lintel.domain.schedule.RulePart.FREQ;
import static dev.lintel.domain.schedule.RulePart.UNTIL;

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
                throw new InvalidRecurrenceException("\"" + assignment + "\" is not a part of the form NAME=VALUE");
            }
            RulePart part = part(assignment.substring(0, equals));
            String value = assignment.substring(equals + 1);
            part.check(value);
            if (parts.put(part, value) != null) {
                throw new InvalidRecurrenceException(part + " is given twice");
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
                .orElseThrow(() -> new InvalidRecurrenceException(
                        "\"" + name + "\" is not one of the known parts " + Arrays.toString(RulePart.values())));
    }

    private void checkTogether() {
        require(has(FREQ), "FREQ is missing");
        require(!has(UNTIL) || !has(COUNT), "UNTIL and COUNT exclude each other");
        boolean numbered = has(BYDAY) && String.valueOf(get(BYDAY)).matches(".*\\d.*");
        boolean counts = isFrequency("MONTHLY") || isFrequency("YEARLY");
        require(
                !numbered || counts,
                "BYDAY \"" + get(BYDAY) + "\" counts weekdays, which only FREQ=MONTHLY and YEARLY do");
        require(
                !numbered || !has(BYMONTHDAY) && !has(BYYEARDAY),
                "BYDAY \"" + get(BYDAY)
                        + "\" counts weekdays, which days of the month or year cannot be combined with");
        require(!has(BYMONTHDAY) || !isFrequency("WEEKLY"), "BYMONTHDAY does not go with FREQ=WEEKLY");
        require(!has(BYYEARDAY) || isFrequency("YEARLY"), "BYYEARDAY goes with FREQ=YEARLY only");
        require(
                !has(BYSETPOS)
                        || parts.keySet().stream()
                                .anyMatch(
                                        part -> part != BYSETPOS && part.name().startsWith("BY")),
                "BYSETPOS needs another BY part to choose from");
        require(
                !has(BYSETPOS) || !has(BYMONTH) || !isFrequency("WEEKLY"),
                "BYSETPOS with BYMONTH does not go with FREQ=WEEKLY");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new InvalidRecurrenceException(otherwise);
        }
    }
}
