package dev.lintel.rules.reference;

import dev.lintel.domain.schedule.OtherRecurrence;
import dev.lintel.domain.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/** Looks at the clock on the wall and goes through every occurrence there is. */
final class NaiveSchedule {
    /** No question is asked about a later time. */
    private static final LocalDateTime HORIZON =
            LocalDateTime.ofInstant(RandomWorld.LAST, ZoneOffset.UTC).plusDays(2);

    private final LocalDateTime start;
    private final Duration length;
    private final ZoneId zone;
    private final Set<LocalDateTime> starts;

    NaiveSchedule(Schedule schedule, ZoneId siteZone) {
        boolean allDay = schedule.allDay();
        start = allDay ? schedule.start().toLocalDate().atStartOfDay() : schedule.start();
        LocalDateTime end = allDay ? schedule.end().toLocalDate().plusDays(1).atStartOfDay() : schedule.end();
        length = Duration.between(start, end);
        zone = schedule.timeZone() == null ? siteZone : schedule.timeZone();
        starts = schedule.rrule() == null ? Set.of(start) : OtherRecurrence.starts(start, schedule.rrule(), HORIZON);
    }

    boolean isOpen(Instant at) {
        LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
        for (LocalDateTime opens : starts) {
            if (!wall.isBefore(opens) && wall.isBefore(opens.plus(length))) {
                return true;
            }
        }
        return false;
    }
}
