package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.AccessDirectory;
import dev.lintel.domain.access.SiteSnapshot;
import dev.lintel.domain.device.Device;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.permission.Unguarded;
import dev.lintel.domain.rulebook.DenialWatchStore.Watched;
import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import dev.lintel.domain.rulebook.RulebookRefusedException.Reason;
import dev.lintel.domain.rulebook.Standing.TakenBack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes rules back by themselves when denials rise in the first hour after they came into force, where a project wants that.
 *
 * <p>What is usual is the average of the whole hour that began at the same time of the week by the clock of the project, one to
 * four weeks ago, as far as the log goes back; where it does not, the hour before. The denials so far are held against that whole
 * hour, so a few early ones are no rise. What devices decided by themselves counts neither way.
 */
@Service
public class DenialWatches {
    private static final Logger LOG = LoggerFactory.getLogger(DenialWatches.class);
    private static final Duration WATCHED = Duration.ofHours(1);
    private static final int WEEKS = 4;

    private final DenialWatchStore store;
    private final Rulebooks rulebooks;
    private final AccessDirectory directory;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    DenialWatches(
            DenialWatchStore store,
            Rulebooks rulebooks,
            AccessDirectory directory,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.rulebooks = rulebooks;
        this.directory = directory;
        this.events = events;
        this.clock = clock;
    }

    /** What is too many in a project; empty when nobody watches. */
    @Transactional(readOnly = true)
    public Optional<DenialWatch> of(Actor actor, long project) {
        rulebooks.require(actor, Permission.RULE_VIEW, project);
        return store.of(project);
    }

    /**
     * Says what is too many in a project.
     *
     * @param watch null is that nobody watches
     * @throws RulebookRefusedException when a figure is out of range
     */
    @Transactional
    public void watch(Actor actor, long project, @Nullable DenialWatch watch) {
        rulebooks.require(actor, Permission.RULE_PUBLISH, project);
        requireRange(watch);
        Map<String, String> before = fields(store.of(project).orElse(null));
        store.put(project, watch);
        Map<String, String> after = fields(store.of(project).orElse(null));
        if (!before.equals(after)) {
            events.publishEvent(new RecordChanged(actor, project, Rulebooks.KIND, "settings", "", before, after));
        }
    }

    private static void requireRange(@Nullable DenialWatch watch) {
        List<Problem> problems = new ArrayList<>();
        if (watch != null
                && !(watch.factor() >= DenialWatch.LEAST_FACTOR && watch.factor() <= DenialWatch.MOST_FACTOR)) {
            problems.add(new Problem("factor", Reason.FACTOR_OUT_OF_RANGE, ""));
        }
        if (watch != null && (watch.least() < 1 || watch.least() > DenialWatch.MOST_LEAST)) {
            problems.add(new Problem("least", Reason.LEAST_OUT_OF_RANGE, ""));
        }
        if (!problems.isEmpty()) {
            throw new RulebookRefusedException(problems);
        }
    }

    private static Map<String, String> fields(@Nullable DenialWatch watch) {
        return watch == null
                ? Map.of()
                : Map.of(
                        "denialFactor",
                        Double.toString(watch.factor()),
                        "leastDenials",
                        Integer.toString(watch.least()));
    }

    /** Takes back what denies too much, by one node and once. To be called every half a minute or so. */
    @Unguarded("whoever may put rules in force has said that it is to be done")
    public void look() {
        Instant now = clock.instant();
        for (Watched version : store.since(now.minus(WATCHED))) {
            try {
                judge(version, now);
            } catch (RuntimeException failure) {
                LOG.warn("denials of project {} could not be watched", version.project(), failure);
            }
        }
    }

    private void judge(Watched version, Instant now) {
        SiteSnapshot site = directory.site(version.project());
        if (site == null) {
            return;
        }
        Set<String> devices = version.group() == null ? null : devices(site, version.group());
        long denials = store.denials(version.project(), devices, version.since(), now.plusMillis(1));
        if (denials < version.watch().least()) {
            return;
        }
        List<Instant> hours = hoursLike(version, site.project().timeZone());
        double usual = (hours.isEmpty() ? List.of(version.since().minus(WATCHED)) : hours)
                .stream()
                        .mapToLong(hour -> store.denials(version.project(), devices, hour, hour.plus(WATCHED)))
                        .average()
                        .orElse(0);
        if (version.watch().isExceeded(denials, usual)) {
            long minutes = Duration.between(version.since(), now).toMinutes();
            TakenBack figures = new TakenBack(
                    denials, minutes, usual, hours.size(), version.watch().factor());
            rulebooks.takeBack(version.project(), version.number(), figures);
        }
    }

    private List<Instant> hoursLike(Watched version, ZoneId zone) {
        Optional<Instant> first = store.first(version.project());
        List<Instant> hours = new ArrayList<>();
        for (int weeks = 1; weeks <= WEEKS; weeks++) {
            Instant hour = version.since().atZone(zone).minusWeeks(weeks).toInstant();
            if (first.isPresent() && !first.get().isAfter(hour)) {
                hours.add(hour);
            }
        }
        return hours;
    }

    private static Set<String> devices(SiteSnapshot site, String group) {
        Set<String> groups = site.within(Set.of(group));
        Set<String> devices = new HashSet<>();
        for (Device device : site.devices()) {
            if (groups.contains(device.group())) {
                devices.add(device.id());
            }
        }
        return devices;
    }
}
