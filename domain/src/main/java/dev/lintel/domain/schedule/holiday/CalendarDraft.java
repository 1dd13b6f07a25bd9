package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.schedule.Holiday;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a holiday calendar to be, not yet checked.
 *
 * @param holidays passed over when it is subscribed: they come from there
 * @param url where it is subscribed from; null when it is kept by hand
 */
public record CalendarDraft(
        String name, List<Holiday> holidays, @Nullable String url) {
    private static final String CALENDAR_SCHEME = "webcal://";

    public CalendarDraft {
        name = name.strip();
        holidays = holidays.stream()
                .sorted(Comparator.comparing(Holiday::first).thenComparing(Holiday::name))
                .toList();
        url = url == null || url.isBlank() ? null : url.strip();
        if (url != null && url.startsWith(CALENDAR_SCHEME)) {
            url = "https://" + url.substring(CALENDAR_SCHEME.length());
        }
    }
}
