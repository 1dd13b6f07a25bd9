package dev.lintel.domain.sync;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Which days are holidays, worked out for a device: repetitions and calendars are the server's to know. Of a day before the
 * first or after the last of them it does not know.
 *
 * @param from first day, as {@code 2026-11-01}
 * @param until last day, itself included
 * @param dates the holidays among them, ascending; at most {@value HolidayHorizon#MOST_DAYS}
 */
@JsonPropertyOrder({"from", "until", "dates"})
public record HolidayDays(String from, String until, List<String> dates) {
    public HolidayDays {
        dates = List.copyOf(dates);
    }
}
