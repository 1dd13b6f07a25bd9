package dev.lintel.domain.access;

import dev.lintel.domain.group.ObjectGroup;
import dev.lintel.domain.site.SiteChange.Puts;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups of a project, each of which may be part of another. Immutable. */
final class GroupTree {
    static final GroupTree EMPTY = new GroupTree(HashMap.empty());

    private final Map<String, ObjectGroup> groups;

    private GroupTree(Map<String, ObjectGroup> groups) {
        this.groups = groups;
    }

    GroupTree with(Puts<ObjectGroup> changes) {
        return new GroupTree(AccessStructure.put(groups, changes, ObjectGroup::id, group -> group));
    }

    @Nullable
    ObjectGroup group(String id) {
        return groups.getOrElse(id, null);
    }

    /** One of them, whichever. */
    ObjectGroup any() {
        return groups.values().head();
    }

    Iterable<ObjectGroup> all() {
        return groups.values();
    }

    int size() {
        return groups.size();
    }

    /** Up from some groups: each followed by its ancestors, none twice. */
    SequencedSet<String> upFrom(List<String> some) {
        SequencedSet<String> way = new LinkedHashSet<>();
        for (String own : some) {
            for (ObjectGroup at = group(own); at != null && way.add(at.id()); at = parent(at)) {}
        }
        return way;
    }

    /** These groups and all below them. */
    Set<String> within(Set<String> tops) {
        Set<String> within = new HashSet<>(tops);
        Set<String> outside = new HashSet<>();
        for (ObjectGroup group : groups.values()) {
            List<String> way = new ArrayList<>();
            ObjectGroup at = group;
            while (at != null && !within.contains(at.id()) && !outside.contains(at.id())) {
                way.add(at.id());
                at = parent(at);
            }
            (at != null && within.contains(at.id()) ? within : outside).addAll(way);
        }
        return within;
    }

    private @Nullable ObjectGroup parent(ObjectGroup group) {
        return group.parent() == null ? null : group(group.parent());
    }
}
