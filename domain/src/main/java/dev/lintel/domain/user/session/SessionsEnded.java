package dev.lintel.domain.user.session;

import java.util.Set;

/** Published when sessions have been ended by somebody, in that transaction: whoever works in one of them is to be shut out. */
public record SessionsEnded(Set<Long> sessions) {
    public SessionsEnded {
        sessions = Set.copyOf(sessions);
    }
}
