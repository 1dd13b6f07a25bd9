package dev.lintel.domain.site;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.restriction.Grant;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What turns one state of a project into another. */
public final class SiteDiff {
    private SiteDiff() {}

    /**
     * Compares.
     *
     * @param prune whether what is stored and not wanted is to be removed; else it stays
     */
    public static SiteChange between(Site stored, Site wanted, boolean prune) {
        return new SiteChange(
                puts(stored.groups(), wanted.groups(), ObjectGroup::id, prune),
                puts(stored.schedules(), wanted.schedules(), Schedule::id, prune),
                puts(stored.calendars(), wanted.calendars(), HolidayCalendar::id, prune),
                puts(stored.devices(), wanted.devices(), Device::id, prune),
                puts(stored.restrictions(), wanted.restrictions(), AccessRestriction::id, prune),
                puts(stored.users(), wanted.users(), User::id, prune),
                puts(stored.identifiers(), wanted.identifiers(), Identifier::id, prune),
                missing(wanted.grants(), stored.grants()),
                prune ? missing(stored.grants(), wanted.grants()) : List.of());
    }

    private static <T> Puts<T> puts(List<T> stored, List<T> wanted, Function<T, String> id, boolean prune) {
        Map<String, T> known = HashMap.newHashMap(stored.size());
        stored.forEach(record -> known.put(id.apply(record), record));
        List<T> added = new ArrayList<>();
        List<T> changed = new ArrayList<>();
        for (T record : wanted) {
            T before = known.remove(id.apply(record));
            if (before == null) {
                added.add(record);
            } else if (!before.equals(record)) {
                changed.add(record);
            }
        }
        List<String> removed = prune ? List.copyOf(known.keySet()) : List.of();
        return new Puts<>(added, changed, removed);
    }

    private static List<Grant> missing(List<Grant> grants, List<Grant> in) {
        Set<Grant> known = new HashSet<>(in);
        Set<Grant> missing = new LinkedHashSet<>(grants);
        missing.removeAll(known);
        return List.copyOf(missing);
    }
}
