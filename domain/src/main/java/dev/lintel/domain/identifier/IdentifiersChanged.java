package dev.lintel.domain.identifier;

import dev.lintel.domain.restriction.Grant;
import java.util.List;

/**
 * What is to become of identifiers of a project, published inside the transaction of whoever edits them: storing it, and
 * putting it in force at the doors after the commit, is the site's business. The project is locked by then.
 *
 * @param removed ids; what was granted to them goes with them
 * @param granted restrictions that are new for an identifier
 * @param withdrawn restrictions that an identifier has no longer
 */
public record IdentifiersChanged(
        long project,
        List<Identifier> added,
        List<Identifier> changed,
        List<String> removed,
        List<Grant> granted,
        List<Grant> withdrawn) {
    public IdentifiersChanged {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        granted = List.copyOf(granted);
        withdrawn = List.copyOf(withdrawn);
    }

    public static IdentifiersChanged added(long project, List<Identifier> identifiers, List<Grant> granted) {
        return new IdentifiersChanged(project, identifiers, List.of(), List.of(), granted, List.of());
    }

    public static IdentifiersChanged changed(long project, List<Identifier> identifiers) {
        return new IdentifiersChanged(project, List.of(), identifiers, List.of(), List.of(), List.of());
    }

    public static IdentifiersChanged removed(long project, List<String> ids) {
        return new IdentifiersChanged(project, List.of(), List.of(), ids, List.of(), List.of());
    }
}
