package dev.lintel.domain.group;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * What is to become of groups of a project, published inside the transaction of whoever edits them: storing it, and
 * putting it in force at the doors after the commit, is the site's business.
 *
 * @param removed ids; what depends on a group goes with it
 * @param stored told again and again how many more are stored
 */
public record GroupsChanged(
        long project, List<ObjectGroup> added, List<ObjectGroup> changed, List<String> removed, IntConsumer stored) {
    public GroupsChanged(long project, List<ObjectGroup> added, List<ObjectGroup> changed, List<String> removed) {
        this(project, added, changed, removed, more -> {});
    }

    public GroupsChanged {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }
}
