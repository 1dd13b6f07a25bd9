package dev.lintel.domain.schedule.ics;

import dev.lintel.domain.schedule.Holiday;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.ics.CalendarFileException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

/**
 * The holidays of a calendar file: events of whole days. What comes back every year on the same date stays so; other
 * repetitions are worked out for some years.
 *
 * @param refused the events that are none, which the rest does not suffer from
 */
public record HolidayFile(List<Holiday> holidays, List<Refused> refused) {
    public static final int MOST_BYTES = 1 << 20;

    /** Why an event is not taken. */
    public enum Why {
        NO_START,
        /** Only whole days are holidays. */
        HAS_TIMES,
        /** It ends before it begins, or lasts longer than a year. */
        WRONG_LENGTH,
        /** Its repetition is not understood. */
        WRONG_RULE,
        /** It has more days, named one by one. */
        MORE_DATES
    }

    /** @param event how it is called, shortened, or empty */
    public record Refused(String event, Why why) {}

    public HolidayFile {
        holidays = List.copyOf(holidays);
        refused = List.copyOf(refused);
    }

    /**
     * Reads one.
     *
     * @param year of today: holidays that are over long before it are left out
     * @throws CalendarFileException if there is nothing to take
     */
    public static HolidayFile read(byte[] file, int year) {
        if (file.length > MOST_BYTES) {
            throw new CalendarFileException(Reason.TOO_LARGE);
        }
        EventCollector events = new EventCollector();
        try {
            Reader text = new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8);
            new CalendarParserImpl().parse(new UnfoldingReader(text, true), events);
        } catch (IOException | ParserException | RuntimeException malformed) {
            throw new CalendarFileException(Reason.NO_CALENDAR);
        }
        if (!events.isComplete()) {
            throw new CalendarFileException(Reason.NO_CALENDAR);
        }
        List<Holiday> holidays = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (EventText event : events.events()) {
            try {
                holidays.addAll(event.holidays(year));
            } catch (EventText.RefusedException no) {
                refused.add(new Refused(event.name(), no.why()));
            }
        }
        if (holidays.isEmpty()) {
            throw new CalendarFileException(Reason.NO_HOLIDAYS);
        }
        List<Holiday> distinct = holidays.stream().distinct().toList();
        if (distinct.size() > HolidayCalendar.MOST_HOLIDAYS) {
            throw new CalendarFileException(Reason.TOO_MANY);
        }
        return new HolidayFile(distinct, refused);
    }
}
