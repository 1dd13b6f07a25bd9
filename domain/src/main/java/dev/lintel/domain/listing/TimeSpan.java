package dev.lintel.domain.listing;

import dev.lintel.domain.wire.Quoted;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a time is, in short: {@code 30m}, {@code 24h}, {@code 7d}. A day has 24 hours. */
public final class TimeSpan {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,5})([mhd])");

    private TimeSpan() {}

    static Duration read(String text) {
        Matcher parts = SHORT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    Quoted.of(text) + " is no time; write minutes, hours or days, as 30m, 24h or 7d");
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    static String write(Duration span) {
        long minutes = span.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return span.toDays() + "d";
        }
        return minutes % 60 == 0 ? span.toHours() + "h" : minutes + "m";
    }
}
