package dev.lintel.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random schedules, compared with a look at the clock every few minutes of some days in which clocks change. */
class OccurrencesPropertyTest {
    private static final List<String> ZONES = List.of(
            "Europe/London",
            "America/New_York",
            "Australia/Lord_Howe",
            "Europe/Moscow",
            "Africa/Casablanca",
            "Pacific/Apia");
    private static final int SCHEDULES = Integer.getInteger("lintel.schedules", 400);

    @Test
    void agreesWithTheClockOnTheWall() {
        long seed = Long.getLong("lintel.seed", new Random().nextLong());
        Random random = new Random(seed);
        RandomRules rules = new RandomRules(random);
        for (int i = 0; i < SCHEDULES; i++) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            LocalDateTime start = rules.start();
            LocalDateTime end = start.plusMinutes(1 + random.nextInt(random.nextInt(4) == 0 ? 5000 : 600));
            Schedule schedule = new Schedule("s", "s", start, end, false, rules.rule(start), zone);
            compare(
                    schedule,
                    zone,
                    clockChangeAfter(zone, start.plusDays(random.nextInt(1500))),
                    "seed " + seed + " " + schedule);
        }
    }

    private static void compare(Schedule schedule, ZoneId zone, Instant around, String what) {
        Occurrences occurrences = Occurrences.of(schedule, ZoneId.of("UTC"));
        Instant end = around.plusSeconds(86_400);
        Set<LocalDateTime> starts = OtherRecurrence.starts(
                schedule.start(),
                String.valueOf(schedule.rrule()),
                LocalDateTime.ofInstant(end, zone).plusDays(1));
        Instant change = Instant.MIN;
        boolean expected = false;
        for (Instant at = around.minusSeconds(86_400); at.isBefore(end); at = at.plusSeconds(60)) {
            LocalDateTime wall = LocalDateTime.ofInstant(at, zone);
            boolean open = starts.stream().anyMatch(start -> isWithin(schedule, start, wall));
            assertThat(occurrences.isOpen(at)).as("%s at %s", what, at).isEqualTo(open);
            if (change != null && !at.isBefore(change)) {
                change = occurrences.nextChange(at);
            } else {
                assertThat(open)
                        .as("%s stays as it is until %s, at %s", what, change, at)
                        .isEqualTo(expected);
            }
            expected = open;
        }
    }

    private static boolean isWithin(Schedule schedule, LocalDateTime start, LocalDateTime wall) {
        LocalDateTime end = start.plus(Duration.between(schedule.start(), schedule.end()));
        return !wall.isBefore(start) && wall.isBefore(end);
    }

    private static Instant clockChangeAfter(ZoneId zone, LocalDateTime time) {
        Instant at = time.atZone(zone).toInstant();
        var transition = zone.getRules().nextTransition(at);
        return transition == null ? at : transition.getInstant();
    }
}
