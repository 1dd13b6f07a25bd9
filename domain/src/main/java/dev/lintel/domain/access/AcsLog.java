package dev.lintel.domain.access;

import dev.lintel.domain.permission.Actor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the ACS log. Newest first, page by page from the last id seen, so that page one thousand is as quick as page one. */
public class AcsLog {
    /**
     * @param before only entries with a smaller id; null starts at the newest
     * @param limit 1 to 1000
     */
    public List<AcsLogEntry> find(Actor actor, AcsLogFilter filter, @Nullable Long before, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many entries match, counted no further than the limit. */
    public int count(Actor actor, AcsLogFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    /** An entry with its facts and decision; empty when there is none that the actor may see. */
    public Optional<RecordedDecision> get(Actor actor, long id) {
        throw new UnsupportedOperationException();
    }

    /** Whether an entry just recorded is one that this actor may see and this filter matches. */
    public boolean matches(Actor actor, AcsLogFilter filter, AcsLogEntry entry) {
        throw new UnsupportedOperationException();
    }
}
