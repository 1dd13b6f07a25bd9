package dev.lintel.domain.audit.seal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The seals of one log of one project, as far as they are known to go.
 *
 * @param id number of the chain
 * @param project {@value #SERVER} for what belongs to the server as a whole
 * @param number of the last seal; 0 when there is none yet
 * @param hash of the last seal, or what the first one follows
 */
record Chain(long id, SealedLog log, long project, long number, byte[] hash) {
    static final long SERVER = 0;

    /** Hash that the first seal follows: no chain begins as another one does. */
    static byte[] start(SealedLog log, long project) {
        return Sha256.digest().digest(("lintel " + name(log, project)).getBytes(StandardCharsets.UTF_8));
    }

    /** For example {@code acs:3}, or {@code audit:server}. */
    static String name(SealedLog log, long project) {
        return log.name().toLowerCase(Locale.ROOT) + ":" + (project == SERVER ? "server" : Long.toString(project));
    }

    String name() {
        return name(log, project);
    }

    @Nullable
    Long projectOrNull() {
        return project == SERVER ? null : project;
    }

    String head() {
        return HexFormat.of().formatHex(hash);
    }

    byte[] start() {
        return start(log, project);
    }

    Chain endingWith(Seal last) {
        return new Chain(id, log, project, last.number(), last.hash());
    }
}
