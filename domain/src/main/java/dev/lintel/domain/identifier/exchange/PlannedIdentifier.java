package dev.lintel.domain.identifier.exchange;

import dev.lintel.domain.identifier.IdentifierDraft;
import dev.lintel.domain.identifier.IdentifierRefusedException.Problem;
import dev.lintel.domain.identifier.IssuedIdentifier;
import dev.lintel.domain.user.exchange.UserImport.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with what it means.
 *
 * @param before which one it changes; null for a new one
 */
record PlannedIdentifier(long line, @Nullable IssuedIdentifier before, IdentifierDraft draft, List<Problem> problems) {
    PlannedIdentifier {
        problems = List.copyOf(problems);
    }

    Verdict verdict() {
        if (!problems.isEmpty()) {
            return Verdict.REFUSED;
        }
        if (before == null) {
            return Verdict.ADDED;
        }
        return before.draft().equals(draft) ? Verdict.UNCHANGED : Verdict.CHANGED;
    }
}
