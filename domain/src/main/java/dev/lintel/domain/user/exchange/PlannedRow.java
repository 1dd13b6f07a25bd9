package dev.lintel.domain.user.exchange;

import dev.lintel.domain.user.exchange.UserImport.Verdict;
import dev.lintel.domain.user.people.Person;
import dev.lintel.domain.user.people.PersonDraft;
import dev.lintel.domain.user.people.UserRefusedException.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with what it means.
 *
 * @param before whom it changes; null for somebody new
 */
record PlannedRow(long line, @Nullable Person before, PersonDraft draft, List<Problem> problems) {
    PlannedRow {
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
