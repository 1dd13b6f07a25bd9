package dev.lintel.ui.i18n;

import dev.lintel.domain.user.TimeFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/**
 * Says moments as people do, by the clock on the wall of one zone.
 *
 * @param zone whose clock is read
 * @param format how hours are told
 */
public record Moments(Messages messages, Locale locale, ZoneId zone, TimeFormat format) {
    private static final int DAYS_OF_A_WEEK = 7;

    /** With hours to 24, as sentences and files have them. */
    public Moments(Messages messages, Locale locale, ZoneId zone) {
        this(messages, locale, zone, TimeFormat.H24);
    }

    /** "at 19:00", "on Monday at 09:00" or "on 5 January 2026 at 09:00": as little as says it, seen from an instant. */
    public String when(Instant instant, Instant seenFrom) {
        ZonedDateTime moment = instant.atZone(zone);
        long days = ChronoUnit.DAYS.between(seenFrom.atZone(zone).toLocalDate(), moment.toLocalDate());
        if (days == 0) {
            return say("moment.sameDay", moment);
        }
        return say(days > 0 && days < DAYS_OF_A_WEEK ? "moment.sameWeek" : "moment.date", moment);
    }

    /** "5 January 2026". */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Language.nearest(locale).formats())
                .format(date);
    }

    /** How lists write it: sortable by eye, to the second. */
    public String inList(Instant instant) {
        return pattern("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd hh:mm:ss a").format(instant.atZone(zone));
    }

    /** To the millisecond and with the offset, for whoever hovers. */
    public String exact(Instant instant) {
        return pattern("yyyy-MM-dd HH:mm:ss.SSS xxx", "yyyy-MM-dd hh:mm:ss.SSS a xxx")
                        .format(instant.atZone(zone)) + " (" + zone.getId() + ")";
    }

    /** "3 minutes ago"; from a day on, the date. */
    public String ago(Instant instant, Instant now) {
        Duration since = Duration.between(instant, now);
        if (since.toMinutes() < 1) {
            return messages.say(locale, "moment.justNow", Map.of());
        }
        if (since.toHours() < 1) {
            return messages.say(locale, "moment.minutesAgo", Map.of("count", since.toMinutes()));
        }
        if (since.toDays() < 1) {
            return messages.say(locale, "moment.hoursAgo", Map.of("count", since.toHours()));
        }
        return inList(instant);
    }

    private DateTimeFormatter pattern(String to24, String to12) {
        return DateTimeFormatter.ofPattern(
                format == TimeFormat.H24 ? to24 : to12, Language.nearest(locale).formats());
    }

    private String say(String key, ZonedDateTime moment) {
        return messages.say(
                locale,
                key,
                Map.of(
                        "time", pattern("HH:mm", "h:mm a").format(moment),
                        "hour", String.valueOf(moment.getHour()),
                        "weekday", moment.getDayOfWeek().name(),
                        "date", date(moment.toLocalDate())));
    }
}
