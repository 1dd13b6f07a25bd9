package dev.lintel.domain.rulebook;

import dev.lintel.domain.rulebook.RulebookRefusedException.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a draft comes into force by itself at a moment.
 *
 * @param number of the version; whoever changes it calls the plan off
 * @param due when
 * @param by login of whoever planned it, and is asked again then; null when they have no account any more
 * @param group id of the group in which alone it decides at first; null is everywhere
 * @param failed when it was tried and could not be taken; null while it is still to come
 * @param problems why it could not be
 */
public record RulebookPlan(
        int number,
        Instant due,
        @Nullable String by,
        @Nullable String group,
        @Nullable Instant failed,
        List<Problem> problems) {
    public RulebookPlan {
        problems = List.copyOf(problems);
    }
}
