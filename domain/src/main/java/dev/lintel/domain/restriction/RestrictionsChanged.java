package dev.lintel.domain.restriction;

import java.util.List;

/**
 * What is to become of access restrictions of a project, published inside the transaction of whoever edits them: storing
 * it, and putting it in force at the doors after the commit, is the site's business.
 *
 * @param removed ids; all grants of them are among the withdrawn
 */
public record RestrictionsChanged(
        long project,
        List<AccessRestriction> added,
        List<AccessRestriction> changed,
        List<String> removed,
        List<Grant> granted,
        List<Grant> withdrawn) {
    public RestrictionsChanged {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        granted = List.copyOf(granted);
        withdrawn = List.copyOf(withdrawn);
    }

    /** Only who has what. */
    public static RestrictionsChanged grants(long project, List<Grant> granted, List<Grant> withdrawn) {
        return new RestrictionsChanged(project, List.of(), List.of(), List.of(), granted, withdrawn);
    }
}
