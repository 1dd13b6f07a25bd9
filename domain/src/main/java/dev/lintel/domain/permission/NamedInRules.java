package dev.lintel.domain.permission;

import java.util.Collection;
import java.util.List;

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
}
