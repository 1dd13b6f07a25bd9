package dev.lintel.domain.audit.seal;

import java.util.List;

/** Has a last look at entries, in the transaction that seals them and before their content is digested. */
public interface BeforeSealing {
    /**
     * May change the entries, which nothing was sealed of so far.
     *
     * @param project 0 for entries of the server as a whole
     */
    void prepare(SealedLog log, long project, List<Long> entries);

    /** Forgets what is no longer needed; called about once a minute, whether or not anything is sealed. */
    void forgetOld();
}
