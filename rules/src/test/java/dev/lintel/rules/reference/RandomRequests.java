package dev.lintel.rules.reference;

import dev.lintel.domain.access.AccessRequest;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.identifier.IdentifierType;
import dev.lintel.domain.schedule.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Asks a random world, by preference at the moments at which answers change. */
final class RandomRequests {
    private static final List<Integer> LOCKS = Arrays.asList(null, null, 0, 1, 1, 2, 3);
    private final RandomWorld world;
    private final Random random;

    RandomRequests(RandomWorld world, Random random) {
        this.world = world;
        this.random = random;
    }

    AccessRequest next() {
        Identifier identifier = world.anIdentifier();
        boolean known = !world.one(30);
        IdentifierType type = known || world.one(2) ? identifier.type() : IdentifierType.QR;
        String value = known ? world.pick(Notations.of(type, identifier.value())) : "not known";
        String serial =
                "SN" + random.nextInt(world.one(20) ? 9 : world.site().devices().size());
        String accessPoint = world.sometimes(2, () -> world.pick(RandomWorld.ACCESS_POINTS));
        return new AccessRequest(serial, accessPoint, world.pick(LOCKS), type, value, instant(identifier));
    }

    private Instant instant(Identifier identifier) {
        return switch (random.nextInt(6)) {
            case 0 -> world.instant();
            case 1 -> near(identifier.validFrom(), 1);
            case 2 -> near(identifier.validUntil(), 1);
            case 3 -> clockChange();
            default -> edge();
        };
    }

    /** At a time of day at which a schedule begins or ends, on some day. */
    private Instant edge() {
        Schedule schedule = world.aSchedule();
        LocalDateTime edge = world.one(2) ? schedule.start() : schedule.end();
        LocalDate day =
                switch (random.nextInt(4)) {
                    case 0 -> edge.toLocalDate();
                    case 1 -> world.aHoliday(edge.toLocalDate());
                    default -> LocalDate.ofInstant(world.instant(), ZoneOffset.UTC);
                };
        if (world.one(8)) {
            edge = day.atStartOfDay();
        }
        return near(day.atTime(edge.toLocalTime()).atZone(zone(schedule)).toInstant(), 1_000_000_000);
    }

    private Instant clockChange() {
        Instant at = world.instant();
        ZoneOffsetTransition change = zone(world.aSchedule()).getRules().nextTransition(at);
        return change == null ? at : near(change.getInstant().plusSeconds(random.nextInt(-7200, 7200)), 1);
    }

    private ZoneId zone(Schedule schedule) {
        return schedule.timeZone() == null ? world.site().timeZone() : schedule.timeZone();
    }

    /** At that instant, just before or just after. */
    private Instant near(@Nullable Instant instant, int nanos) {
        Instant at = instant == null ? world.instant() : instant;
        Instant moved = at.plusNanos((random.nextInt(3) - 1) * (long) nanos);
        return moved.isBefore(RandomWorld.LAST) ? moved : RandomWorld.FIRST;
    }
}
