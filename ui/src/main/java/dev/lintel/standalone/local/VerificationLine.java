package dev.lintel.standalone.local;

import dev.lintel.domain.audit.seal.ChainReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a verification of the logs says while it goes on; exactly one of them is there.
 *
 * @param progress from 0 to 1
 * @param chains what was found, last of all
 */
record VerificationLine(@Nullable Double progress, @Nullable List<ChainReport> chains) {
    static VerificationLine progress(double done) {
        return new VerificationLine(done, null);
    }

    static VerificationLine done(List<ChainReport> chains) {
        return new VerificationLine(null, chains);
    }
}
