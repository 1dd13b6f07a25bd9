package dev.lintel.domain.access;

import dev.lintel.domain.access.AccessDecisions.Decided;
import dev.lintel.domain.access.AccessFacts.DeviceFact;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Remembers, at every node, when identifiers were tried that nobody has: that is how a code is guessed. They are stored as
 * entries of the log, from which a start reads those of the last hour.
 */
@Component
class FailedAttempts implements NodeChannel {
    /** PostgreSQL channel on which a node tells the others of one. */
    private static final String CHANNEL = "lintel_failures";

    private static final long MICROS = 1_000_000;

    private final AccessDirectory directory;
    private final JdbcTemplate jdbc;
    private final AcsLogNews news;

    FailedAttempts(AccessDirectory directory, JdbcTemplate jdbc, AcsLogNews news) {
        this.directory = directory;
        this.jdbc = jdbc;
        this.news = news;
    }

    /** Takes what was decided and logged; most of it is nothing that failed. */
    void logged(Decided decided, Instant when) {
        // as the log keeps it, so that what is heard of again is the same
        Instant at = when.truncatedTo(ChronoUnit.MICROS);
        DeviceFact device = decided.facts().device();
        SiteSnapshot site = decided.site();
        if (decided.decision().isGranted() || decided.facts().identifier() != null || device == null || site == null) {
            return;
        }
        long project = site.project().id();
        directory.failed(project, device.id(), at);
        long micros = at.getEpochSecond() * MICROS + at.getNano() / 1_000;
        String payload = project + " " + micros + " " + device.id();
        news.later(() -> jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, payload));
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    @Override
    public void heard(String payload) {
        String[] parts = payload.split(" ", 3);
        long micros = Long.parseLong(parts[1]);
        Instant at = Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
        directory.failed(Long.parseLong(parts[0]), parts[2], at);
    }
}
