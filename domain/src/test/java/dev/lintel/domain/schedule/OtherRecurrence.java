package dev.lintel.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** What another library makes of a rule; our own readings of COUNT, UNTIL and the first start are put on top by hand. */
public final class OtherRecurrence {
    private OtherRecurrence() {}

    /** All starts before that time, the first included. */
    public static Set<LocalDateTime> starts(LocalDateTime start, String rule, LocalDateTime before) {
        Set<LocalDateTime> starts = new TreeSet<>(Set.of(start));
        int count = number(rule, "COUNT=", Integer.MAX_VALUE);
        int until = number(rule, "UNTIL=", 99991231);
        try {
            RecurrenceRuleIterator all = iterator(begin(start, rule), rule.replaceAll(";(COUNT|UNTIL)=\\d+", ""));
            while (all.hasNext() && starts.size() < count) {
                LocalDateTime next = local(all.nextDateTime());
                if (!next.isBefore(before) || date(next) > until) {
                    break;
                }
                if (next.isAfter(start)) {
                    starts.add(next);
                }
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            // this is how it says that nothing matches for a thousand steps
            assertThat(e).hasMessageStartingWith("too many ");
        }
        return starts;
    }

    /** It leaves the months before the start out of the set of the first year, which RFC 5545 does not. */
    private static LocalDateTime begin(LocalDateTime start, String rule) {
        boolean isOneSetAYear = rule.startsWith("FREQ=YEARLY") && rule.contains("BYSETPOS");
        return isOneSetAYear ? start.withDayOfYear(1) : start;
    }

    private static RecurrenceRuleIterator iterator(LocalDateTime start, String rule) {
        try {
            return new org.dmfs.rfc5545.recur.RecurrenceRule(rule, RfcMode.RFC5545_STRICT)
                    .iterator(new DateTime(
                            start.getYear(),
                            start.getMonthValue() - 1,
                            start.getDayOfMonth(),
                            start.getHour(),
                            start.getMinute(),
                            start.getSecond()));
        } catch (InvalidRecurrenceRuleException e) {
            throw new AssertionError(rule, e);
        }
    }

    private static int number(String rule, String part, int otherwise) {
        int at = rule.indexOf(part);
        return at < 0
                ? otherwise
                : Integer.parseInt(rule.substring(at + part.length()).split(";")[0]);
    }

    private static int date(LocalDateTime time) {
        return time.getYear() * 10_000 + time.getMonthValue() * 100 + time.getDayOfMonth();
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }
}
