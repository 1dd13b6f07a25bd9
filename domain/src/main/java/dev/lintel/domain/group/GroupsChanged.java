package dev.lintel.domain.group;

import java.util.List;

/**
 * What is to become of groups of a project, published inside the transaction of whoever edits them: storing it, and
 * putting it in force at the doors after the commit, is the site's business.
 *
 * @param removed ids; what depends on a group goes with it
 */
public record GroupsChanged(long project, List<ObjectGroup> added, List<ObjectGroup> changed, List<String> removed) {
    public GroupsChanged {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }
}
