package dev.lintel.domain.access;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.permission.Reach;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteChange;
import dev.lintel.domain.site.SiteDiff;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All projects in memory: what doors are decided from. Readers take one state and never wait; writers follow each other and each
 * replaces the state at once.
 */
public final class AccessDirectory {
    private volatile State state = new State(HashMap.empty(), HashMap.empty());
    private volatile long revision;

    /** Everything at one moment. Two decisions on the same object rest on the same facts. */
    record State(Map<Long, SiteSnapshot> sites, Map<String, Home> homes) {
        /** Where a device stands. */
        record Home(long project, Device device) {}

        @Nullable
        SiteSnapshot siteOf(String serial) {
            Home home = homes.getOrElse(serial, null);
            return home == null ? null : sites.getOrElse(home.project(), null);
        }

        AreaTurns.@Nullable Area area(String serial) {
            Home home = homes.getOrElse(serial, null);
            SiteSnapshot site = home == null ? null : sites.getOrElse(home.project(), null);
            return home == null || site == null || !site.asksForPasses()
                    ? null
                    : new AreaTurns.Area(home.project(), home.device().group());
        }

        AccessFacts gather(AccessRequest request) {
            Home home = homes.getOrElse(request.deviceSerial(), null);
            SiteSnapshot site = home == null ? null : sites.getOrElse(home.project(), null);
            return site == null || home == null ? AccessFacts.none(request) : site.gather(request, home.device());
        }
    }

    State state() {
        return state;
    }

    /** The last revision of sites that all of this has in it: what is stored later is not in force here yet. */
    public long revision() {
        return revision;
    }

    /** All revisions until this one are in force. */
    void inForce(long upTo) {
        revision = upTo;
    }

    /** Puts a whole project in force of which nothing is known but what its file tells. */
    public void replace(Project project, Site site) {
        replace(project, site, SiteTraits.NONE, LiveState.CALM);
    }

    /** The same, with what is known besides. */
    public void replace(Project project, Site site, SiteTraits traits) {
        replace(project, site, traits, LiveState.CALM);
    }

    /** Puts a whole project in force, new or instead of what it was. */
    void replace(Project project, Site site, SiteTraits traits, LiveState live) {
        SiteChange everything = SiteDiff.between(Site.empty(site.name(), site.timeZone()), site, true);
        SiteSnapshot read = SiteSnapshot.living(project, live).with(everything, traits);
        change(old -> {
            SiteSnapshot before = old.sites().getOrElse(project.id(), null);
            SiteSnapshot snapshot = before == null ? read : read.insteadOf(before);
            State without = without(old, project.id());
            Map<String, State.Home> homes = without.homes();
            for (Device device : site.devices()) {
                homes = homes.put(device.serial(), new State.Home(project.id(), device));
            }
            return new State(without.sites().put(project.id(), snapshot), homes);
        });
    }

    /**
     * Puts a change of a project in force.
     *
     * @param traits of the people and identifiers that it adds or changes
     */
    public void apply(long project, SiteChange change, SiteTraits traits) {
        change(old -> {
            SiteSnapshot before = old.sites().getOrElse(project, null);
            if (before == null) {
                throw new IllegalArgumentException("no project " + project);
            }
            SiteSnapshot after = before.with(change, traits);
            return new State(old.sites().put(project, after), rehome(old.homes(), before, change));
        });
    }

    private static Map<String, State.Home> rehome(
            Map<String, State.Home> homes, SiteSnapshot before, SiteChange change) {
        Map<String, State.Home> result = homes;
        List<String> gone = new ArrayList<>(change.devices().removed());
        change.devices().changed().forEach(device -> gone.add(device.id()));
        for (String id : gone) {
            Device device = before.device(id);
            result = device == null ? result : result.remove(device.serial());
        }
        long project = before.project().id();
        for (Device device : change.devices().changed()) {
            result = result.put(device.serial(), new State.Home(project, device));
        }
        for (Device device : change.devices().added()) {
            result = result.put(device.serial(), new State.Home(project, device));
        }
        return result;
    }

    /**
     * Puts a version of a project's rulebook in force that denies nothing that devices could keep to by themselves. The decision
     * point knows it by now, so that no door waits for it.
     *
     * @param version null is the shipped rules alone
     * @param wanted what its policies ask
     */
    public void rulebook(long project, @Nullable String version, WantedFacts wanted) {
        rulebook(project, version, null, wanted, StandingDenials.NONE);
    }

    /**
     * Puts versions of a project's rulebook in force. The decision point knows them by now, so that no door waits for it.
     *
     * @param version null is the shipped rules alone
     * @param part where another one decides; null is nowhere
     * @param wanted what their policies ask
     * @param denials what they always deny
     */
    public void rulebook(
            long project,
            @Nullable String version,
            @Nullable PartRuling part,
            WantedFacts wanted,
            StandingDenials denials) {
        change(old -> {
            SiteSnapshot site = old.sites().getOrElse(project, null);
            return site == null || (Objects.equals(site.rulebook(), version) && Objects.equals(site.partRuling(), part))
                    ? old
                    : new State(old.sites().put(project, site.under(version, part, wanted, denials)), old.homes());
        });
    }

    /** Forgets a project. */
    public void remove(long project) {
        change(old -> without(old, project));
    }

    private static State without(State state, long project) {
        SiteSnapshot site = state.sites().getOrElse(project, null);
        if (site == null) {
            return state;
        }
        Map<String, State.Home> homes = state.homes();
        for (Device device : site.devices()) {
            homes = homes.remove(device.serial());
        }
        return new State(state.sites().remove(project), homes);
    }

    /**
     * Puts a count of passes in force. It need not be the latest: the database counts, and refuses what memory did not yet
     * know to be used up.
     */
    public void passesUsed(long project, String identifierId, int used) {
        changeSite(project, site -> site.withPassesUsed(identifierId, used));
    }

    /** Puts in force that an identifier has opened a door on a day, by the clock of the project. */
    public void used(long project, String identifierId, LocalDate day) {
        changeSite(project, site -> site.used(identifierId, day));
    }

    /** Puts these threat levels of a project in force and no others, by groups. */
    public void threats(long project, java.util.Map<String, ThreatLevel> levels) {
        changeSite(project, site -> site.threatened(levels));
    }

    /** Puts in force that somebody has tried at a device what nobody has. */
    public void failed(long project, String device, Instant at) {
        changeSite(project, site -> site.failed(device, at));
    }

    /** Puts in force that people were at doors, where a policy asks for it. */
    public void passed(long project, List<Passage> passages) {
        changeSite(project, site -> {
            SiteSnapshot after = site;
            for (Passage passage : passages) {
                after = after.passed(passage);
            }
            return after;
        });
    }

    /** Puts in force that people are not inside, whatever was seen of them. */
    void forgotten(long project, List<Forgetting> forgettings) {
        changeSite(project, site -> {
            SiteSnapshot after = site;
            for (Forgetting forgetting : forgettings) {
                after = after.forgetting(forgetting);
            }
            return after;
        });
    }

    private void changeSite(long project, UnaryOperator<SiteSnapshot> changed) {
        change(old -> {
            SiteSnapshot site = old.sites().getOrElse(project, null);
            SiteSnapshot after = site == null ? null : changed.apply(site);
            return after == null || after == site ? old : new State(old.sites().put(project, after), old.homes());
        });
    }

    private synchronized void change(UnaryOperator<State> change) {
        state = change.apply(state);
    }

    /** All that a decision about this request rests on. */
    public AccessFacts gather(AccessRequest request) {
        return state.gather(request);
    }

    /** The project of the device with this serial number. */
    public @Nullable SiteSnapshot siteOfSerial(String serial) {
        return state.siteOf(serial);
    }

    /** The device with this serial number. */
    public @Nullable Device device(String serial) {
        State.Home home = state.homes().getOrElse(serial, null);
        return home == null ? null : home.device();
    }

    /** Whether a device is within reach, by the group in which it stands now. */
    public boolean reaches(Reach reach, long project, String device) {
        SiteSnapshot site = site(project);
        Device found = site == null ? null : site.device(device);
        return site != null && found != null && reach.hasGroup(project, found.group(), site.above(found.group()));
    }

    /** As {@link #reaches(Reach, long, String)}, by the serial number. */
    public boolean reaches(Reach reach, String serial) {
        State.Home home = state.homes().getOrElse(serial, null);
        return home != null && reaches(reach, home.project(), home.device().id());
    }

    public @Nullable SiteSnapshot site(long project) {
        return state.sites().getOrElse(project, null);
    }

    /** All projects, in no particular order. */
    public Iterable<SiteSnapshot> sites() {
        return state.sites().values();
    }
}
