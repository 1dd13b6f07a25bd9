package dev.lintel.domain.site;

import static java.util.stream.Collectors.toMap;

import dev.lintel.domain.device.Device;
import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.identifier.Identifier;
import dev.lintel.domain.permission.ActivityNoted;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Deed;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.restriction.AccessRestriction;
import dev.lintel.domain.schedule.HolidayCalendar;
import dev.lintel.domain.schedule.Schedule;
import dev.lintel.domain.site.SiteChange.Puts;
import dev.lintel.domain.user.User;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells of an import for the audit: how many records of each kind it added, changed and removed; and each of them, as long
 * as they are no more than anybody reads one by one. What a larger import did stands in the file that was imported.
 */
final class ImportTrail {
    /** An import of more records is told by numbers alone. */
    static final int MOST_RECORDS = 500;

    private final Actor by;
    private final Project project;
    private final ApplicationEventPublisher events;

    ImportTrail(Actor by, Project project, ApplicationEventPublisher events) {
        this.by = by;
        this.project = project;
        this.events = events;
    }

    /** @param wanted what the file says */
    void tell(Site stored, Site wanted, SiteChange change) {
        String id = Long.toString(project.id());
        events.publishEvent(
                new ActivityNoted(by, project.id(), Deed.IMPORTED, "project", id, project.name(), numbers(change)));
        if (change.size() > MOST_RECORDS) {
            return;
        }
        Map<String, ReadableRecord> before =
                byKey(new ReadableRecord.Reader(wanted, stored).all(before(stored, change)));
        Map<String, ReadableRecord> after = byKey(new ReadableRecord.Reader(stored, wanted).all(after(wanted, change)));
        after.forEach((key, record) -> {
            ReadableRecord earlier = before.remove(key);
            tell(record, earlier == null ? Map.of() : earlier.fields(), record.fields());
        });
        before.values().forEach(record -> tell(record, record.fields(), Map.of()));
    }

    private void tell(ReadableRecord record, Map<String, String> before, Map<String, String> after) {
        events.publishEvent(
                new RecordChanged(by, project.id(), record.kind(), record.id(), record.name(), before, after));
    }

    private static Map<String, ReadableRecord> byKey(Stream<ReadableRecord> records) {
        return records.collect(toMap(ReadableRecord::key, record -> record, (one, same) -> one, LinkedHashMap::new));
    }

    /** What is changed and removed, as it was. */
    private static Site before(Site stored, SiteChange change) {
        return new Site(
                stored.name(),
                stored.timeZone(),
                touched(stored.groups(), change.groups(), ObjectGroup::id),
                touched(stored.schedules(), change.schedules(), Schedule::id),
                touched(stored.calendars(), change.calendars(), HolidayCalendar::id),
                touched(stored.devices(), change.devices(), Device::id),
                touched(stored.restrictions(), change.restrictions(), AccessRestriction::id),
                change.withdrawn(),
                touched(stored.users(), change.users(), User::id),
                touched(stored.identifiers(), change.identifiers(), Identifier::id));
    }

    private static <T> List<T> touched(List<T> stored, Puts<T> puts, Function<T, String> id) {
        Set<String> touched = new HashSet<>(puts.removed());
        puts.changed().forEach(record -> touched.add(id.apply(record)));
        return stored.stream()
                .filter(record -> touched.contains(id.apply(record)))
                .toList();
    }

    /** What is added and changed, as it is now. */
    private static Site after(Site wanted, SiteChange change) {
        return new Site(
                wanted.name(),
                wanted.timeZone(),
                put(change.groups()),
                put(change.schedules()),
                put(change.calendars()),
                put(change.devices()),
                put(change.restrictions()),
                change.granted(),
                put(change.users()),
                put(change.identifiers()));
    }

    private static <T> List<T> put(Puts<T> puts) {
        return Stream.concat(puts.added().stream(), puts.changed().stream()).toList();
    }

    private static Map<String, String> numbers(SiteChange change) {
        Map<String, String> numbers = new HashMap<>();
        number(numbers, "groups", change.groups());
        number(numbers, "schedules", change.schedules());
        number(numbers, "calendars", change.calendars());
        number(numbers, "devices", change.devices());
        number(numbers, "restrictions", change.restrictions());
        number(numbers, "users", change.users());
        number(numbers, "identifiers", change.identifiers());
        number(numbers, "grants", change.granted().size(), 0, change.withdrawn().size());
        return numbers;
    }

    private static void number(Map<String, String> numbers, String kind, Puts<?> puts) {
        number(
                numbers,
                kind,
                puts.added().size(),
                puts.changed().size(),
                puts.removed().size());
    }

    /** For example {@code +12 ~3 -1}: added, changed, removed. */
    private static void number(Map<String, String> numbers, String kind, int added, int changed, int removed) {
        if (added + changed + removed > 0) {
            numbers.put(kind, "+" + added + " ~" + changed + " -" + removed);
        }
    }
}
