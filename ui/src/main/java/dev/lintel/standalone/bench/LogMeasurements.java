package dev.lintel.standalone.bench;

import dev.lintel.domain.audit.seal.ChainReport;
import dev.lintel.domain.audit.seal.LogSealer;
import dev.lintel.domain.audit.seal.LogVerification;
import dev.lintel.domain.permission.Actor;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long it takes to seal the whole log, and to verify it. */
final class LogMeasurements {
    private static final int VERIFIED = 3;

    private static final String NOT_SEALED = """
        insert into log_waiting (log, project, entry, since)
        select 'ACS', coalesce(project_id, 0), id, at from acs_log e
        where not exists (
            select from log_seal s join log_chain c on c.id = s.chain where c.log = 'ACS' and s.entry = e.id)
        on conflict do nothing\
        """;

    private final LogSealer sealer;
    private final LogVerification verification;
    private final JdbcTemplate jdbc;
    private final PrintStream out;

    LogMeasurements(ConfigurableApplicationContext domain, PrintStream out) {
        this.sealer = domain.getBean(LogSealer.class);
        this.verification = domain.getBean(LogVerification.class);
        this.jdbc = domain.getBean(JdbcTemplate.class);
        this.out = out;
    }

    /** @return whether the log is whole */
    boolean run() throws InterruptedException {
        seal();
        boolean whole = true;
        for (int i = 0; i < VERIFIED; i++) {
            whole &= verify();
        }
        return whole;
    }

    private void seal() throws InterruptedException {
        int waiting = jdbc.update(NOT_SEALED);
        if (waiting == 0) {
            return;
        }
        long start = System.nanoTime();
        sealer.start();
        while (Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from log_waiting)", Boolean.class))) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        print(waiting + " entries sealed", start);
        sealer.stop();
        jdbc.execute("vacuum analyze");
    }

    private boolean verify() {
        long start = System.nanoTime();
        List<ChainReport> reports = verification.verify(Actor.server(), List.of(), part -> {});
        long seals = reports.stream().mapToLong(ChainReport::seals).sum();
        print(seals + " seals verified", start);
        return reports.stream().allMatch(ChainReport::isWhole);
    }

    private void print(String what, long start) {
        out.printf(Locale.ROOT, "%-58s %6.1f s%n", what, (System.nanoTime() - start) / 1e9);
    }
}
