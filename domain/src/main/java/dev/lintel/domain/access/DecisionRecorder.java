package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessDecisions.Decided;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Carries out in the database what a decision obliges to, and logs it: all of it or nothing. */
@Component
class DecisionRecorder {
    /** A door that has not been answered after so many seconds has given up. */
    private static final int MOST_SECONDS = 3;

    private final AcsLogStore log;
    private final JdbcTemplate jdbc;

    DecisionRecorder(AcsLogStore log, JdbcTemplate jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    /** What came of it. Only {@link Recorded} has left a trace in the database. */
    sealed interface Outcome {
        /** @param counted the pass that was counted, if one was to be */
        record Recorded(AcsLogEntry entry, @Nullable CountedPass counted) implements Outcome {}

        /** The passes were used up by somebody else meanwhile. */
        record NoPassLeft(String identifier) implements Outcome {}

        /** The device has made this request before. */
        record KnownRequest() implements Outcome {}
    }

    /** @param used how many passes of the identifier have been used, this one included */
    record CountedPass(long project, String identifier, int used) {}

    @Transactional(timeout = MOST_SECONDS)
    public Outcome record(AccessRequest request, RequestOrigin origin, Decided decided) {
        CountedPass counted = null;
        for (Obligation obligation : decided.decision().obligations()) {
            if (obligation instanceof Obligation.CountPass pass) {
                Optional<CountedPass> used = count(decided, pass.identifier());
                if (used.isEmpty()) {
                    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                    return new Outcome.NoPassLeft(pass.identifier());
                }
                counted = used.get();
            }
        }
        RecordedDecision attempt = Attempts.of(request, origin, decided);
        Optional<AcsLogEntry> entry = log.add(attempt, new AcsLogStore.Key(origin.requestId(), null));
        if (entry.isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.KnownRequest();
        }
        return new Outcome.Recorded(entry.get(), counted);
    }

    private Optional<CountedPass> count(Decided decided, String identifier) {
        if (decided.site() == null) {
            return Optional.empty();
        }
        long project = decided.site().project().id();
        return jdbc
                .query("""
                        update identifier set passes_used = passes_used + 1
                        where project_id = ? and id = ? and (max_passes is null or passes_used < max_passes)
                        returning passes_used""", (row, number) -> new CountedPass(project, identifier, row.getInt(1)), project, identifier)
                .stream()
                .findFirst();
    }
}
