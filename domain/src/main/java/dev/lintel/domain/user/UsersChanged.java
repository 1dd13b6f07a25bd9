package dev.lintel.domain.user;

import java.util.List;

/**
 * What is to become of people of a project, published inside the transaction of whoever edits them: storing it, and
 * putting it in force at the doors after the commit, is the site's business.
 *
 * @param removed ids; their identifiers and grants go with them
 */
public record UsersChanged(long project, List<User> added, List<User> changed, List<String> removed) {
    public UsersChanged {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }
}
