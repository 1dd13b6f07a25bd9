package dev.lintel.domain.access;

import dev.lintel.domain.access.LiveEvents.Forgotten;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.user.User;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who counts as inside an area, as far as policies ask, and the way to say that somebody is not: whoever left behind another
 * person would not get in again until the day ends.
 */
@Service
public class Insiders {
    private final AccessDirectory directory;
    private final ForgottenStore store;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Insiders(AccessDirectory directory, ForgottenStore store, ApplicationEventPublisher events, InstantSource clock) {
        this.directory = directory;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An area in which somebody is.
     *
     * @param group id
     * @param inside how many people
     */
    public record Area(long project, String group, String name, int inside) {}

    /** Whether there can be anything of it for the actor: they see the log of some door, or set threat levels somewhere. */
    public static boolean isFor(Actor actor) {
        return !(actor.reach(Permission.ACS_LOG_VIEW) instanceof Reach.Nothing)
                || !(actor.reach(Permission.THREAT_SET) instanceof Reach.Nothing);
    }

    /** @throws dev.lintel.domain.permission.PermissionDeniedException when there cannot */
    public static void require(Actor actor) {
        if (!isFor(actor)) {
            actor.requireReach(Permission.ACS_LOG_VIEW);
        }
    }

    /** Whether a policy in force asks who is where, in any project that the actor sees: nobody is counted elsewhere. */
    public boolean areCounted(Actor actor, @Nullable Long project) {
        require(actor);
        return sites(actor).stream()
                .anyMatch(site -> site.asksForPasses()
                        && (project == null || project == site.project().id()));
    }

    /** All in the areas within reach, in no particular order. */
    public List<Insider> all(Actor actor) {
        require(actor);
        Instant now = clock.instant();
        List<Insider> all = new ArrayList<>();
        for (SiteSnapshot site : sites(actor)) {
            Map<String, Boolean> seen = new HashMap<>();
            site.people(now).stream()
                    .filter(inside -> seen.computeIfAbsent(inside.area(), area -> isSeen(actor, site, area)))
                    .map(inside -> insider(site, inside))
                    .flatMap(Optional::stream)
                    .forEach(all::add);
        }
        return all;
    }

    /** The areas within reach in which somebody is, the fullest first. */
    public List<Area> areas(Actor actor, @Nullable Long project) {
        Map<Area, Long> counts = all(actor).stream()
                .filter(insider -> project == null || project == insider.project())
                .collect(Collectors.groupingBy(
                        insider -> new Area(insider.project(), insider.area(), insider.areaName(), 0),
                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(one -> new Area(
                        one.getKey().project(),
                        one.getKey().group(),
                        one.getKey().name(),
                        one.getValue().intValue()))
                .sorted(Comparator.comparingInt(Area::inside)
                        .reversed()
                        .thenComparing(Area::name)
                        .thenComparing(Area::group))
                .toList();
    }

    /** What people call an area within reach; its id when there is none. */
    public String nameOf(Actor actor, String area) {
        return sites(actor).stream()
                .filter(site -> isSeen(actor, site, area))
                .map(site -> path(site, Objects.requireNonNull(site.group(area))))
                .findFirst()
                .orElse(area);
    }

    /** Whether an entry of the log tells of somebody who went into an area within reach, or out of it. */
    public boolean concerns(Actor actor, AcsLogEntry entry) {
        SiteSnapshot site = entry.project() == null ? null : directory.site(entry.project());
        Device device = site == null || entry.deviceId() == null ? null : site.device(entry.deviceId());
        return site != null
                && device != null
                && site.asksForPasses()
                && entry.verdict() == Verdict.GRANT
                && Way.of(entry.accessPoint()) != null
                && isSeen(actor, site, device.group());
    }

    /** Whether somebody may forget who is in an area. */
    public boolean mayForget(Actor actor, long project, String area) {
        SiteSnapshot site = directory.site(project);
        return site != null && isWithin(actor.reach(Permission.THREAT_SET), site, area);
    }

    /**
     * Counts a person as outside, and lets policies about who has passed where forgive them; doors are decided by it when this
     * returns.
     *
     * @return false when nobody of that id is inside such an area within reach
     */
    @Transactional
    public boolean forget(Actor actor, long project, String area, String person) {
        Optional<Insider> inside = inside(
                        actor, project, area, one -> one.person().equals(person))
                .stream()
                .findFirst();
        inside.ifPresent(one -> {
            forget(project, new Forgetting(area, person, latest(List.of(one))));
            events.publishEvent(new RecordChanged(
                    actor,
                    project,
                    "presence",
                    person,
                    one.personName(),
                    Map.of("area", one.areaName(), "device", one.deviceName()),
                    Map.of()));
        });
        return inside.isPresent();
    }

    /**
     * Counts everybody in an area as outside.
     *
     * @return how many there were; none when there is no such area within reach
     */
    @Transactional
    public OptionalInt forgetAll(Actor actor, long project, String area) {
        List<Insider> all = inside(actor, project, area, one -> true);
        if (!mayForget(actor, project, area)) {
            return OptionalInt.empty();
        }
        if (!all.isEmpty()) {
            forget(project, new Forgetting(area, null, latest(all)));
            events.publishEvent(new RecordChanged(
                    actor,
                    project,
                    "area",
                    area,
                    all.getFirst().areaName(),
                    Map.of("inside", Integer.toString(all.size())),
                    Map.of("inside", "0")));
        }
        return OptionalInt.of(all.size());
    }

    private List<Insider> inside(Actor actor, long project, String area, Predicate<Presences.Inside> wanted) {
        Reach reach = actor.requireReach(Permission.THREAT_SET);
        SiteSnapshot site = directory.site(project);
        return site == null || !isWithin(reach, site, area)
                ? List.of()
                : site.people(clock.instant()).stream()
                        .filter(one -> one.area().equals(area))
                        .filter(wanted)
                        .map(one -> insider(site, one))
                        .flatMap(Optional::stream)
                        .toList();
    }

    /** Not before they came, whatever the clock of the node says that saw them. */
    private Instant latest(List<Insider> all) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant came =
                all.stream().map(Insider::since).max(Comparator.naturalOrder()).orElse(now);
        return came.isAfter(now) ? came : now;
    }

    private void forget(long project, Forgetting forgetting) {
        SiteSnapshot site = Objects.requireNonNull(directory.site(project));
        store.keep(
                project,
                forgetting,
                Presences.dayOf(clock.instant(), site.project().timeZone()));
        events.publishEvent(new Forgotten(project, forgetting));
    }

    private List<SiteSnapshot> sites(Actor actor) {
        List<SiteSnapshot> sites = new ArrayList<>();
        directory.sites().forEach(site -> {
            if (actor.sees(site.project().id())) {
                sites.add(site);
            }
        });
        return sites;
    }

    private static boolean isSeen(Actor actor, SiteSnapshot site, String area) {
        return isWithin(actor.reach(Permission.ACS_LOG_VIEW), site, area)
                || isWithin(actor.reach(Permission.THREAT_SET), site, area);
    }

    private static boolean isWithin(Reach reach, SiteSnapshot site, String area) {
        return site.group(area) != null && reach.hasGroup(site.project().id(), area, site.above(area));
    }

    /** Every unit has a first floor, so it is said where the group is. */
    private static String path(SiteSnapshot site, ObjectGroup area) {
        StringBuilder path = new StringBuilder(area.name());
        for (String above : site.above(area.id())) {
            ObjectGroup group = site.group(above);
            if (group != null && group.parent() != null) {
                path.insert(0, group.name() + " / ");
            }
        }
        return path.toString();
    }

    private static Optional<Insider> insider(SiteSnapshot site, Presences.Inside inside) {
        ObjectGroup area = site.group(inside.area());
        User person = site.user(inside.person());
        if (area == null || person == null) {
            return Optional.empty();
        }
        Device device = site.device(inside.device());
        String door = device == null ? "" : site.nameOf(device);
        return Optional.of(new Insider(
                site.project().id(),
                area.id(),
                path(site, area),
                person.id(),
                person.name(),
                inside.since(),
                inside.device(),
                door));
    }
}
