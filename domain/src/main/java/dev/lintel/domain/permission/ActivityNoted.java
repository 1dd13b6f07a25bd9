package dev.lintel.domain.permission;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Published by a service for what somebody did that changes no record and may be asked about all the same: a login, an
 * export, an import. The audit keeps it, in the transaction of the service if there is one.
 *
 * @param by who did it; for a failed login, who they said they were
 * @param project null when it belongs to the server as a whole
 * @param kind what kind of record it was done to or with: {@code account}, {@code device}, {@code acs-log} …
 * @param id of that record; empty when it was done to no particular one
 * @param name what people call the record at this moment
 * @param details more that is worth keeping, by name, readable, and never a secret
 */
public record ActivityNoted(
        Actor by, @Nullable Long project, Deed deed, String kind, String id, String name, Map<String, String> details) {
    public ActivityNoted {
        details = Map.copyOf(details);
    }
}
