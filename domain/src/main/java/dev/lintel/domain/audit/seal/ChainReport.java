package dev.lintel.domain.audit.seal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verification says of one chain.
 *
 * @param chain for example {@code acs:3}, or {@code audit:server}
 * @param project null for what belongs to the server as a whole
 * @param seals how many the chain says it has
 * @param head hash of the last one, in hexadecimal: kept elsewhere, it shows later that the chain was not made anew
 * @param waiting how many entries have been committed and are still to be sealed
 * @param removed what was removed from its front because it was older than the log is kept; null when nothing was
 * @param gone heads that were given and cannot be compared any more, since their seals were removed
 * @param fault null when the chain is whole
 */
public record ChainReport(
        String chain,
        SealedLog log,
        @Nullable Long project,
        long seals,
        String head,
        long waiting,
        @Nullable Removed removed,
        List<ExpectedHead> gone,
        @Nullable Fault fault) {
    public ChainReport {
        gone = List.copyOf(gone);
    }

    public boolean isWhole() {
        return fault == null;
    }
}
