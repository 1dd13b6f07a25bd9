package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessFacts.AreaFact;
import dev.lintel.domain.access.AccessFacts.HolderFact;
import dev.lintel.domain.access.AccessFacts.IdentifierFact;
import dev.lintel.domain.access.AccessFacts.PassFact;
import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has passed where since the day began. An area is a group: the doors that stand in the group itself lead into it and out
 * of it. At {@link #DAY_BEGINS} by the clock of the project all areas are as empty again, so that nobody who left unseen counts
 * for ever. Immutable.
 */
final class Presences {
    static final LocalTime DAY_BEGINS = LocalTime.of(4, 0);

    /** Of so many that were at a door last can a second credential be one. */
    private static final int MOST_SHOWN = 16;

    /** In place of a person, whose id is never empty. */
    private static final String EVERYBODY = "";

    static final Presences NOBODY = new Presences(Instant.MIN, HashMap.empty());

    private final Instant since;
    private final Map<String, Area> areas;

    /** The last time that somebody went through a door of an area whose way is known. */
    private record Pass(Way way, Instant at, String profile, String device) {}

    /** What was presented at a door. */
    private record Shown(String holder, String identifier, Instant at) {}

    /**
     * @param inside how many of whom the last way was in, by profile
     * @param opened when each device opened last
     * @param shown what was presented at each device, the latest first
     * @param forgotten up to when passes of each person count for nothing; of {@link #EVERYBODY}, those of all
     */
    private record Area(
            Map<String, Pass> people,
            Map<String, Integer> inside,
            Map<String, Instant> opened,
            Map<String, List<Shown>> shown,
            Map<String, Instant> forgotten) {
        static final Area EMPTY =
                new Area(HashMap.empty(), HashMap.empty(), HashMap.empty(), HashMap.empty(), HashMap.empty());

        Area gone(String holder, @Nullable Pass pass) {
            Pass before = people.getOrElse(holder, null);
            if (Objects.equals(pass, before)
                    || pass != null && before != null && before.at().isAfter(pass.at())
                    || pass != null && isForgotten(holder, pass)) {
                return this;
            }
            Map<String, Integer> counted = count(count(inside, before, -1), pass, 1);
            Map<String, Pass> others = pass == null ? people.remove(holder) : people.put(holder, pass);
            return new Area(others, counted, opened, shown, forgotten);
        }

        private boolean isForgotten(String holder, Pass pass) {
            return !pass.at().isAfter(forgotten.getOrElse(holder, Instant.MIN))
                    || !pass.at().isAfter(forgotten.getOrElse(EVERYBODY, Instant.MIN));
        }

        /** What is heard later of passes from before changes nothing either. */
        Area forgetting(@Nullable String holder, Instant at) {
            String whose = holder == null ? EVERYBODY : holder;
            if (!forgotten.getOrElse(whose, Instant.MIN).isBefore(at)) {
                return this;
            }
            Area left = new Area(people, inside, opened, shown, forgotten.put(whose, at));
            for (String person : holder == null ? people.keySet() : HashSet.of(holder)) {
                Pass last = people.getOrElse(person, null);
                left = last != null && left.isForgotten(person, last) ? left.gone(person, null) : left;
            }
            return left;
        }

        private static Map<String, Integer> count(Map<String, Integer> counts, @Nullable Pass pass, int change) {
            if (pass == null || pass.way() != Way.IN) {
                return counts;
            }
            int count = counts.getOrElse(pass.profile(), 0) + change;
            return count == 0 ? counts.remove(pass.profile()) : counts.put(pass.profile(), count);
        }

        Area opened(String device, Instant at) {
            Instant before = opened.getOrElse(device, Instant.MIN);
            return before.isBefore(at) ? new Area(people, inside, opened.put(device, at), shown, forgotten) : this;
        }

        Area shown(String device, Shown one) {
            List<Shown> before = shown.getOrElse(device, List.of());
            if (before.contains(one)) {
                return this;
            }
            List<Shown> latest = Stream.concat(Stream.of(one), before.stream())
                    .sorted((a, b) -> b.at().compareTo(a.at()))
                    .limit(MOST_SHOWN)
                    .toList();
            return new Area(people, inside, opened, shown.put(device, latest), forgotten);
        }
    }

    private Presences(Instant since, Map<String, Area> areas) {
        this.since = since;
        this.areas = areas;
    }

    /** When the day began that this instant belongs to. */
    static Instant dayOf(Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        LocalDateTime begin = local.toLocalDate().atTime(DAY_BEGINS);
        return (local.isBefore(begin) ? begin.minusDays(1) : begin).atZone(zone).toInstant();
    }

    private static Instant dayAfter(Instant day, ZoneId zone) {
        return LocalDateTime.ofInstant(day, zone)
                .toLocalDate()
                .plusDays(1)
                .atTime(DAY_BEGINS)
                .atZone(zone)
                .toInstant();
    }

    /**
     * After somebody was at a door; the same again changes nothing, and what is of an earlier day neither.
     *
     * @param area id of the group in which the device stands
     * @param profile of the holder
     */
    Presences with(Passage passage, String area, String profile, ZoneId zone) {
        Instant day = dayOf(passage.at(), zone);
        if (day.isBefore(since)) {
            return this;
        }
        Map<String, Area> known = day.equals(since) ? areas : HashMap.empty();
        Area before = known.getOrElse(area, Area.EMPTY);
        Area there = before.shown(passage.device(), new Shown(passage.holder(), passage.identifier(), passage.at()));
        Way way = Way.of(passage.accessPoint());
        if (passage.opened()) {
            there = there.opened(passage.device(), passage.at());
            there = way == null
                    ? there
                    : there.gone(passage.holder(), new Pass(way, passage.at(), profile, passage.device()));
        }
        return there == before && known == areas ? this : new Presences(day, known.put(area, there));
    }

    /** After somebody has said that people are not inside, whatever the last way was that they were seen to go. */
    Presences with(Forgetting forgetting, ZoneId zone) {
        Instant day = dayOf(forgetting.at(), zone);
        if (day.isBefore(since)) {
            return this;
        }
        Map<String, Area> known = day.equals(since) ? areas : HashMap.empty();
        Area before = known.getOrElse(forgetting.area(), Area.EMPTY);
        Area left = before.forgetting(forgetting.person(), forgetting.at());
        return left == before && known == areas ? this : new Presences(day, known.put(forgetting.area(), left));
    }

    /** Without people who are no longer there at all. */
    Presences without(Collection<String> people) {
        if (areas.isEmpty() || people.isEmpty()) {
            return this;
        }
        Map<String, Area> left = areas;
        for (Tuple2<String, Area> area : areas) {
            Area without = area._2();
            for (String person : people) {
                without = without.people().containsKey(person) ? without.gone(person, null) : without;
            }
            left = without == area._2() ? left : left.put(area._1(), without);
        }
        return new Presences(since, left);
    }

    /** What facts tell of an area at an instant to somebody at one of its doors. */
    AreaFact fact(
            String area,
            String device,
            @Nullable HolderFact holder,
            @Nullable IdentifierFact identifier,
            Instant at,
            ZoneId zone) {
        Instant day = dayOf(at, zone);
        Instant until = dayAfter(day, zone);
        Area there = day.equals(since) ? areas.getOrElse(area, Area.EMPTY) : Area.EMPTY;
        if (holder == null || identifier == null) {
            return new AreaFact(null, inside(there), otherDoor(there, device), null, null, until);
        }
        Pass last = there.people().getOrElse(holder.id(), null);
        List<Shown> shown = there.shown().getOrElse(device, List.of());
        return new AreaFact(
                last == null ? null : new PassFact(last.way(), last.at()),
                inside(there),
                otherDoor(there, device),
                latest(shown.stream().filter(one -> !one.holder().equals(holder.id()))),
                latest(shown.stream()
                        .filter(one -> one.holder().equals(holder.id())
                                && !one.identifier().equals(identifier.id()))),
                until);
    }

    private static @Nullable Instant latest(Stream<Shown> shown) {
        return shown.map(Shown::at).findFirst().orElse(null);
    }

    private static @Nullable Instant otherDoor(Area area, String device) {
        return area.opened()
                .filter((other, at) -> !other.equals(device))
                .values()
                .max()
                .getOrNull();
    }

    private static java.util.Map<String, Integer> inside(Area area) {
        return area.inside().isEmpty()
                ? java.util.Map.of()
                : new TreeMap<>(area.inside().toJavaMap());
    }

    /** How many people are in each area, by the ids of the groups; those alone in which somebody is. */
    java.util.Map<String, Integer> inside(Instant at, ZoneId zone) {
        java.util.Map<String, Integer> counts = new TreeMap<>();
        if (dayOf(at, zone).equals(since)) {
            areas.forEach((area, there) -> {
                int count = there.inside().values().sum().intValue();
                if (count > 0) {
                    counts.put(area, count);
                }
            });
        }
        return counts;
    }

    /** Who is inside which area at an instant, in no particular order. */
    List<Inside> people(Instant at, ZoneId zone) {
        List<Inside> people = new ArrayList<>();
        if (dayOf(at, zone).equals(since)) {
            areas.forEach((area, there) -> there.people().forEach((person, pass) -> {
                if (pass.way() == Way.IN) {
                    people.add(new Inside(area, person, pass.at(), pass.device()));
                }
            }));
        }
        return people;
    }

    /**
     * Somebody who counts as inside an area.
     *
     * @param since when they went in
     * @param device id of that through which they did
     */
    record Inside(String area, String person, Instant since, String device) {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Presences that && since.equals(that.since) && areas.equals(that.areas);
    }

    @Override
    public int hashCode() {
        return Objects.hash(since, areas);
    }
}
