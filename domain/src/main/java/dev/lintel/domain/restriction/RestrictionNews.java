package dev.lintel.domain.restriction;

import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.RecordChanged;
import dev.lintel.domain.wire.WireName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what becomes of access restrictions: the site stores it and puts it in force, the audit keeps who did it. */
@Component
class RestrictionNews {
    private static final String DEVICE_NAME = "coalesce(x.name, x.serial)";
    /** Secrets are not read in the audit: an identifier goes by what it is and whose. */
    private static final String IDENTIFIER_NAME = """
            lower(x.type) || ' of ' || (select p.name from person p
                                        where p.project_id = x.project_id and p.id = x.person_id)""";

    private final RestrictionStore store;
    private final ApplicationEventPublisher events;

    RestrictionNews(RestrictionStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    void added(long project, AccessRestriction restriction, List<GrantTarget> to) {
        events.publishEvent(new RestrictionsChanged(
                project, List.of(restriction), List.of(), List.of(), grants(restriction.id(), to), List.of()));
    }

    void changed(StoredRestriction before, RestrictionDraft after) {
        AccessRestriction restriction = after.restriction(before.id());
        boolean same = restriction.equals(before.restriction());
        events.publishEvent(new RestrictionsChanged(
                before.project(),
                List.of(),
                same ? List.of() : List.of(restriction),
                List.of(),
                grants(before.id(), without(after.to(), before.to())),
                grants(before.id(), without(before.to(), after.to()))));
    }

    void removed(StoredRestriction gone) {
        events.publishEvent(new RestrictionsChanged(
                gone.project(), List.of(), List.of(), List.of(gone.id()), List.of(), grants(gone.id(), gone.to())));
    }

    private static List<Grant> grants(String restriction, List<GrantTarget> to) {
        return to.stream().map(target -> new Grant(restriction, target)).toList();
    }

    private static List<GrantTarget> without(List<GrantTarget> all, List<GrantTarget> some) {
        return all.stream().filter(target -> !some.contains(target)).toList();
    }

    /** @param before null for a new one, {@code after} null for one that is gone */
    void record(Actor by, @Nullable StoredRestriction before, @Nullable StoredRestriction after) {
        StoredRestriction known = after == null ? Objects.requireNonNull(before) : after;
        Map<String, String> was = before == null ? Map.of() : fields(before);
        Map<String, String> is = after == null ? Map.of() : fields(after);
        if (!was.equals(is)) {
            events.publishEvent(
                    new RecordChanged(by, known.project(), "restriction", known.id(), known.name(), was, is));
        }
    }

    private Map<String, String> fields(StoredRestriction stored) {
        AccessRestriction restriction = stored.restriction();
        long project = stored.project();
        Map<String, String> devices = store.names(
                "device",
                DEVICE_NAME,
                project,
                restriction.lines().stream().map(RestrictionLine::device).toList());
        Map<String, String> schedules = store.names("schedule", "x.name", project, restriction.schedules());
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", restriction.name());
        fields.put("description", stored.description());
        fields.put("guestUsable", Boolean.toString(restriction.guestUsable()));
        fields.put("lines", joined(restriction.lines(), line -> line(line, devices)));
        fields.put("schedules", joined(restriction.schedules(), id -> schedules.getOrDefault(id, id)));
        fields.put("to", to(project, stored.to()));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private static String line(RestrictionLine line, Map<String, String> devices) {
        return Stream.of(
                        devices.getOrDefault(line.device(), line.device()),
                        line.accessPoint(),
                        WireName.of(line.lock()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private String to(long project, List<GrantTarget> targets) {
        Map<Class<?>, List<String>> ids = targets.stream()
                .collect(Collectors.groupingBy(
                        GrantTarget::getClass, Collectors.mapping(GrantTarget::id, Collectors.toList())));
        Map<String, String> groups =
                store.names("object_group", "x.name", project, ids.getOrDefault(GrantTarget.ToGroup.class, List.of()));
        Map<String, String> users =
                store.names("person", "x.name", project, ids.getOrDefault(GrantTarget.ToUser.class, List.of()));
        Map<String, String> identifiers = store.names(
                "identifier", IDENTIFIER_NAME, project, ids.getOrDefault(GrantTarget.ToIdentifier.class, List.of()));
        return joined(targets, target -> switch (target) {
            case GrantTarget.ToGroup to -> groups.getOrDefault(to.id(), to.id());
            case GrantTarget.ToUser to -> users.getOrDefault(to.id(), to.id());
            case GrantTarget.ToIdentifier to -> identifiers.getOrDefault(to.id(), to.id());
        });
    }

    private static <T> String joined(Collection<T> all, Function<T, String> name) {
        return all.stream().map(name).collect(Collectors.joining(", "));
    }
}
