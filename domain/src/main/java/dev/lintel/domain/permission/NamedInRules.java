package dev.lintel.domain.permission;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Knows which records the rules of a project name, so that whoever deletes one is told first. */
public interface NamedInRules {
    /** What rules can name. */
    enum Kind {
        GROUP,
        DEVICE,
        SCHEDULE,
        MARKER
    }

    /** Names of the policies, in force or in draft, that name any of these records; sorted, none twice. */
    List<String> policies(long project, Kind kind, Collection<String> ids);

    /**
     * A version of the rules that decides in one group first. Without the group it would decide nowhere.
     *
     * @param version its number
     * @param group what the group was called when it began to decide there
     */
    record DecidingFirst(int version, String group) {}

    /** The version that decides first in one of these groups; empty when none does. */
    Optional<DecidingFirst> decidingFirst(long project, Collection<String> groups);
}
