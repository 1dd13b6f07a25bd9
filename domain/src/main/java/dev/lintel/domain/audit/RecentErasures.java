package dev.lintel.domain.audit;

import dev.lintel.domain.audit.seal.BeforeSealing;
import dev.lintel.domain.audit.seal.SealedLog;
import dev.lintel.domain.permission.SealedSecrets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers erased people for a while, since a door or a colleague may have been about to write their name down when they
 * were erased: such an entry gets the pseudonym before it is sealed. No door waits for that.
 */
@Component
class RecentErasures implements BeforeSealing {
    private static final Logger LOG = LoggerFactory.getLogger(RecentErasures.class);

    /** Longer than any transaction, and than another node needs to learn that somebody is gone. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LogErasure logs;
    private final SealedSecrets secrets;
    private final JdbcTemplate jdbc;
    private final InstantSource clock;

    RecentErasures(LogErasure logs, SealedSecrets secrets, JdbcTemplate jdbc, InstantSource clock) {
        this.logs = logs;
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Remembered(long erasure, String pseudonym, byte[] person) {}

    /** @param erasure id of the audit entry that tells of it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(Traces person, String pseudonym, long erasure) {
        jdbc.update(
                "insert into recent_erasure (entry, project_id, pseudonym, person, at) values (?, ?, ?, ?, ?)",
                erasure,
                person.project(),
                pseudonym,
                secrets.seal(JSON.writeValueAsString(person)),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(SealedLog log, long project, List<Long> entries) {
        List<Remembered> recent = jdbc.query(
                "select * from recent_erasure where ? or project_id = ?",
                (row, number) ->
                        new Remembered(row.getLong("entry"), row.getString("pseudonym"), row.getBytes("person")),
                log == SealedLog.AUDIT,
                project);
        recent.forEach(erasure -> replace(erasure, log, entries));
    }

    @Override
    @Transactional
    public void forgetOld() {
        jdbc.update(
                "delete from recent_erasure where at < ?",
                clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
    }

    /** What was remembered under another key, as before a database was moved, is long over. */
    private void replace(Remembered erasure, SealedLog log, List<Long> entries) {
        Traces person;
        try {
            person = JSON.readValue(secrets.open(erasure.person()), Traces.class);
        } catch (IllegalStateException unreadable) {
            LOG.warn("an erasure of the last hour can no longer be read; entry {} of the audit", erasure.erasure());
            jdbc.update("delete from recent_erasure where entry = ?", erasure.erasure());
            return;
        }
        logs.replaceUnsealed(log, entries, person, erasure.pseudonym());
    }
}
