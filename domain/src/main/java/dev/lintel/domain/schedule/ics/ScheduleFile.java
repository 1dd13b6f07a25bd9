package dev.lintel.domain.schedule.ics;

import dev.lintel.domain.schedule.HolidayUse;
import dev.lintel.domain.schedule.Holidays;
import dev.lintel.domain.schedule.Occurrences;
import dev.lintel.domain.schedule.OpenSpan;
import dev.lintel.domain.schedule.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Comment;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Writes a schedule as a calendar. Calendars know no holidays, so what these do is worked out for some years: a pattern without
 * holidays loses the occurrences that they touch, and gets what is left of those as events of their own; a pattern for holidays
 * only is all such events.
 */
public final class ScheduleFile {
    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 5;
    private static final Pattern UNTIL = Pattern.compile("UNTIL=(\\d{8})");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    private final Schedule schedule;
    private final ZoneId zone;
    private final Occurrences occurrences;
    private final Instant now;
    private final Calendar calendar = new Calendar();
    private int parts;

    private ScheduleFile(Schedule schedule, ZoneId zone, Holidays holidays, Instant now) {
        this.schedule = schedule;
        this.zone = zone;
        this.occurrences = Occurrences.of(schedule, zone, holidays);
        this.now = now;
    }

    /** @param zone of its clock */
    public static String write(Schedule schedule, ZoneId zone, Holidays holidays, Instant now) {
        return new ScheduleFile(schedule, zone, holidays, now).text();
    }

    private String text() {
        calendar.add(new ProdId("-//Lintel//Schedules//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        TimeZone known = schedule.allDay()
                ? null
                : TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(zone.getId());
        if (known != null) {
            calendar.add(known.getVTimeZone());
        }
        LocalDateTime today = LocalDateTime.ofInstant(now, zone);
        LocalDateTime from = today.minusYears(YEARS_BACK);
        LocalDateTime until = today.plusYears(YEARS_AHEAD);
        if (schedule.holidays() == HolidayUse.ONLY) {
            occurrences.open(from, until).forEach(this::event);
        } else {
            pattern(from, until);
        }
        return calendar.toString();
    }

    private void pattern(LocalDateTime from, LocalDateTime until) {
        VEvent event = event(schedule.start(), lastMoment());
        String rule = schedule.rrule();
        if (rule != null) {
            rule.lines().forEach(line -> event.add(new RRule<>(withEnd(line))));
        }
        List<LocalDateTime> touched = new ArrayList<>();
        if (schedule.holidays() == HolidayUse.EXCLUDED) {
            for (LocalDateTime start : occurrences.starts(from, until)) {
                LocalDateTime end = start.plus(occurrences.length());
                List<OpenSpan> left = occurrences.open(start, end);
                if (!left.equals(List.of(new OpenSpan(start, end)))) {
                    touched.add(start);
                    left.forEach(this::event);
                }
            }
        }
        if (!touched.isEmpty()) {
            event.add(except(touched));
        }
    }

    private LocalDateTime lastMoment() {
        return schedule.allDay() ? schedule.end().plusDays(1) : schedule.end();
    }

    private void event(OpenSpan span) {
        event(span.from(), span.until());
    }

    private VEvent event(LocalDateTime start, LocalDateTime end) {
        VEvent event = new VEvent(false);
        event.add(new Uid(schedule.id() + (parts == 0 ? "" : "-" + parts) + "@lintel"));
        parts++;
        event.add(new DtStamp(now));
        event.add(new Summary(schedule.name()));
        if (!schedule.description().isEmpty()) {
            event.add(new Description(schedule.description()));
        }
        if (schedule.holidays() != HolidayUse.IGNORED) {
            event.add(new Comment("holidays are worked out until "
                    + LocalDateTime.ofInstant(now, zone).plusYears(YEARS_AHEAD).toLocalDate()));
        }
        event.add(new DtStart<>(time(start)));
        event.add(new DtEnd<>(time(end)));
        calendar.add(event);
        return event;
    }

    private Temporal time(LocalDateTime local) {
        if (schedule.allDay()) {
            return local.toLocalDate();
        }
        return zone.normalized() instanceof ZoneOffset ? local.atZone(zone).toInstant() : local.atZone(zone);
    }

    private Property except(List<LocalDateTime> starts) {
        if (schedule.allDay()) {
            return new ExDate<>(new DateList<LocalDate>(
                    starts.stream().map(LocalDateTime::toLocalDate).toList()));
        }
        return new ExDate<>(new DateList<Instant>(
                starts.stream().map(start -> start.atZone(zone).toInstant()).toList()));
    }

    /** An end must be of the kind of the start: for times it is an instant, and that day belongs to it. */
    private String withEnd(String rule) {
        if (schedule.allDay()) {
            return rule;
        }
        return UNTIL.matcher(rule).replaceAll(end -> {
            LocalDate last = LocalDate.parse(end.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            return "UNTIL=" + UTC.format(last.atTime(23, 59, 59).atZone(zone).withZoneSameInstant(ZoneOffset.UTC));
        });
    }
}
