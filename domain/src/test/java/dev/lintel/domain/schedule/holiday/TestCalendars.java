package dev.lintel.domain.schedule.holiday;

import dev.lintel.domain.schedule.Holiday;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Holidays as people enter them and as files bring them. */
public final class TestCalendars {
    private TestCalendars() {}

    public static CalendarDraft byHand(String name, Holiday... holidays) {
        return new CalendarDraft(name, List.of(holidays), null);
    }

    /** @param date the one holiday in it, as 20261225 */
    public static byte[] file(String date) {
        return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Day\r\nDTSTART;VALUE=DATE:"
                        + date + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
