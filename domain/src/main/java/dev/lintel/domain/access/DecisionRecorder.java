package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.access.AcsLogStore.NewEntry;
import dev.lintel.domain.access.LastUses.FirstUse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries out in the database what a decision obliges to, and logs it: all of it or nothing. */
@Component
class DecisionRecorder {
    private final AcsLogStore log;
    private final LogTogether together;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final LastUses uses;
    private final LiveEvents live;

    DecisionRecorder(DoorDatabase doors, LogTogether together, LastUses uses, LiveEvents live) {
        this.log = doors.log();
        this.together = together;
        this.jdbc = doors.jdbc();
        this.transaction = doors.transaction();
        this.uses = uses;
        this.live = live;
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

    /** Committed when this returns. */
    Outcome record(AccessRequest request, RequestOrigin origin, Decided decided) {
        NewEntry entry = new NewEntry(Attempts.of(request, origin, decided), origin.requestId(), null);
        Optional<FirstUse> use = LastUses.of(decided, request.at());
        boolean alone = use.isEmpty() && !decided.decision().countsPass();
        Outcome outcome = alone
                ? outcome(together.add(entry), null)
                : Objects.requireNonNull(
                        transaction.execute(status -> carryOut(decided, entry, use.orElse(null), status)));
        if (outcome instanceof Outcome.Recorded) {
            use.ifPresent(uses::committed);
            live.logged(decided, request.at());
        }
        return outcome;
    }

    private Outcome carryOut(Decided decided, NewEntry attempt, @Nullable FirstUse use, TransactionStatus status) {
        CountedPass counted = null;
        for (Obligation obligation : decided.decision().obligations()) {
            if (obligation instanceof Obligation.CountPass pass) {
                Optional<CountedPass> used = count(decided, pass.identifier());
                if (used.isEmpty()) {
                    status.setRollbackOnly();
                    return new Outcome.NoPassLeft(pass.identifier());
                }
                counted = used.get();
            }
        }
        Optional<AcsLogEntry> entry = log.add(attempt);
        if (entry.isEmpty()) {
            status.setRollbackOnly();
        } else if (use != null) {
            LastUses.store(use, jdbc);
        }
        return outcome(entry, counted);
    }

    private static Outcome outcome(Optional<AcsLogEntry> entry, @Nullable CountedPass counted) {
        return entry.<Outcome>map(added -> new Outcome.Recorded(added, counted)).orElseGet(Outcome.KnownRequest::new);
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
