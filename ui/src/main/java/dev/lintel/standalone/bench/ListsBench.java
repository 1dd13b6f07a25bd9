package dev.lintel.standalone.bench;

import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.site.Site;
import dev.lintel.domain.site.SiteFile;
import dev.lintel.domain.site.Sites;
import dev.lintel.standalone.Command;
import dev.lintel.standalone.local.DomainOnly;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bench lists}, {@code bench matrix}, {@code bench log}, {@code bench rules} and {@code bench sync}: what people wait for
 * in lists, auditors for the check of a log, managers for their rules, and devices for what changes, at the services, on the
 * embedded database of a folder of its own.
 */
final class ListsBench implements Command {
    private static final Set<String> OPTIONS = Set.of("--generate", "--entries", "--home");

    /** Passes of the last half year by people of the site, a tenth of them refused; as wide as real ones. */
    private static final String ENTRIES = """
        insert into acs_log (project_id, at, channel, device_serial, device_id, device_name, type, presented,
            identifier_id, owner_id, owner_name, owner_type, verdict, reason, locks, restrictions, rule_version,
            sought_owner, sought_identifier, facts, decision)
        select d.project_id, now() - (? - n) * interval '180 days' / ?, 'MQTT', d.serial, d.id, d.model, 'CARD',
            (n * 2654435761 % 4294967296)::text, p.id || '-card', p.id, p.name, 'OWNER',
            case when n % 10 = 0 then 'DENY' else 'GRANT' end,
            case when n % 10 = 0 then 'OUTSIDE_SCHEDULE' else 'GRANTED' end,
            case when n % 10 = 0 then '{}'::integer[] else '{1}' end, '{r}', '1', lower(p.name),
            (n * 2654435761 % 4294967296)::text || E'\\n' || p.id || '-card',
            jsonb_build_object('bench', repeat(md5(n::text), 16)), jsonb_build_object('bench', repeat(md5(n::text), 8))
        from generate_series(1::bigint, ?::bigint) n
        join (select row_number() over (order by id) - 1 as number, * from person) p
          on p.number = n * 7919 % (select count(*) from person)
        join (select row_number() over (order by id) - 1 as number, * from device) d
          on d.number = n * 104729 % (select count(*) from device)
        order by n\
        """;

    /** What sealing keeps of them, by which they are found. */
    private static final List<String> WORDS = List.of("""
            insert into acs_log_word
            select distinct project_id, 'OWNER', owner_id, sought_owner from acs_log on conflict do nothing""", """
            insert into acs_log_word
            select distinct project_id, 'IDENTIFIER', identifier_id, sought_identifier from acs_log
            on conflict do nothing""");

    private final String name;
    private final Measurements measurements;

    private ListsBench(String name, Measurements measurements) {
        this.name = name;
        this.measurements = measurements;
    }

    /** What is measured on the filled database. */
    @FunctionalInterface
    private interface Measurements {
        /** @return whether all was as it should be */
        boolean run(ConfigurableApplicationContext domain, long project, PrintStream out) throws InterruptedException;
    }

    static ListsBench ofLists() {
        return new ListsBench("lists", (domain, project, out) -> {
            new ListMeasurements(domain, project, new Stopwatch(out)).run();
            return new ExportMeasurements(domain, out).run();
        });
    }

    static ListsBench ofMatrix() {
        return new ListsBench("matrix", (domain, project, out) -> {
            new MatrixMeasurements(domain, project, out).run();
            return true;
        });
    }

    static ListsBench ofLog() {
        return new ListsBench("log", (domain, project, out) -> new LogMeasurements(domain, out).run());
    }

    static ListsBench ofRules() {
        return new ListsBench("rules", (domain, project, out) -> {
            new RuleMeasurements(domain, project, out).run();
            return true;
        });
    }

    static ListsBench ofSync() {
        return new ListsBench("sync", (domain, project, out) -> {
            new SyncMeasurements(domain, project, out).run();
            return true;
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String usage() {
        return "";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        try {
            Options options = Options.of(args, OPTIONS);
            int buildings = options.number("--generate", 1, 1_000, 100);
            int entries = options.number("--entries", 1_000, 10_000_000, 1_000_000);
            Path kept = options.path("--home");
            Path home = kept == null ? Files.createTempDirectory("lintel-bench") : kept.toAbsolutePath();
            try (ConfigurableApplicationContext domain =
                    DomainOnly.start("--lintel.home=" + home, "--lintel.database.url=")) {
                long project = fill(domain, buildings, entries, err);
                return measurements.run(domain, project, out) ? 0 : 1;
            } finally {
                if (kept == null) {
                    FileSystemUtils.deleteRecursively(home);
                }
            }
        } catch (Options.Wrong wrong) {
            err.println(wrong.getMessage());
            return 2;
        }
    }

    /** Fills a new database; leaves one alone that is filled. */
    private static long fill(ConfigurableApplicationContext domain, int buildings, int entries, PrintStream err)
            throws IOException {
        Projects projects = domain.getBean(Projects.class);
        JdbcTemplate jdbc = domain.getBean(JdbcTemplate.class);
        if (projects.list(Actor.server()).isEmpty()) {
            err.println("importing " + buildings + " buildings …");
            Site site = ResidentialComplex.of(buildings);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            SiteFile.write(site, file);
            domain.getBean(Sites.class)
                    .load(Actor.server(), new ByteArrayInputStream(file.toByteArray()), false, part -> {});
            jdbc.execute("analyze");
        }
        if (jdbc.queryForList("select 1 from acs_log limit 1").isEmpty()) {
            err.println("writing " + entries + " entries of the ACS log …");
            jdbc.update(ENTRIES, entries, entries, entries);
            WORDS.forEach(jdbc::update);
            jdbc.execute("vacuum analyze");
        }
        // measuring makes further projects, without people
        return Objects.requireNonNull(jdbc.queryForObject("select min(project_id) from person", Long.class));
    }
}
