package dev.lintel.domain.rulebook;

import dev.lintel.domain.access.ReasonCode;
import dev.lintel.domain.access.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies would have made of recorded requests, on the facts of then.
 *
 * @param since from when on requests were decided again
 * @param judged how many were
 * @param unjudged how many could not be: their facts are of before policies, or lack what a policy asks
 * @param shut how many that opened would have been denied
 * @param opened how many that were denied would have opened
 * @param changes by door and policy, the most frequent first
 * @param examples changed ones, the newest first, {@value Replays#MOST_EXAMPLES} at most
 */
public record ReplayReport(
        Instant since,
        long judged,
        long unjudged,
        long shut,
        long opened,
        List<Change> changes,
        List<Example> examples) {
    public ReplayReport {
        changes = List.copyOf(changes);
        examples = List.copyOf(examples);
    }

    /**
     * The same change at one door.
     *
     * @param verdict what it would have been
     * @param policies names of the policies that would have decided it; empty when one that is no longer there did
     */
    public record Change(
            Verdict verdict,
            @Nullable String deviceId,
            @Nullable String deviceName,
            List<String> policies,
            long count) {}

    /**
     * One request that would have been answered another way.
     *
     * @param entry id of its log entry
     * @param ownerName null when it is nobody's, or not for the asker to know
     * @param before why it was decided as it was
     * @param after why it would have been decided otherwise
     */
    public record Example(
            long entry,
            Instant at,
            @Nullable String deviceName,
            @Nullable String ownerName,
            ReasonCode before,
            ReasonCode after,
            List<String> policies) {}
}
