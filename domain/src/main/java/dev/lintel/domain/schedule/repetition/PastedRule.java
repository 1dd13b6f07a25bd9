package dev.lintel.domain.schedule.repetition;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A rule as people find it in calendars: with its prefix, and with an end to the second. */
public final class PastedRule {
    private static final Pattern PREFIX = Pattern.compile("(?i)^\\s*RRULE:");
    private static final Pattern END = Pattern.compile("UNTIL=(\\d{8})T(\\d{6})(Z?)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private PastedRule() {}

    /**
     * The rule as a schedule keeps it, as far as that can be said without judging it. An end to the second becomes the last
     * day whose occurrence begins by then.
     */
    public static String clean(String text, LocalDateTime start, ZoneId zone) {
        return text.strip()
                .lines()
                .map(line -> PREFIX.matcher(line).replaceFirst("").strip().toUpperCase(Locale.ROOT))
                .filter(line -> !line.isEmpty())
                .map(line -> END.matcher(line).replaceAll(end -> Matcher.quoteReplacement(lastDay(end, start, zone))))
                .collect(Collectors.joining("\n"));
    }

    private static String lastDay(MatchResult end, LocalDateTime start, ZoneId zone) {
        LocalDateTime last;
        try {
            last = LocalDateTime.parse(end.group(1) + end.group(2), TIME);
        } catch (DateTimeException none) {
            return end.group();
        }
        if (!end.group(3).isEmpty()) {
            last = last.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime();
        }
        LocalDate day = last.toLocalDate();
        boolean begins = !last.toLocalTime().isBefore(start.toLocalTime());
        return "UNTIL=" + (begins ? day : day.minusDays(1)).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
