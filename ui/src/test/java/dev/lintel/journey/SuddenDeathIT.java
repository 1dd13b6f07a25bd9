package dev.lintel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed again and again while a panel works: what it has said must be true afterwards. */
class SuddenDeathIT {
    private static final int DEATHS = Integer.getInteger("lintel.test.deaths", 3);

    private static final String SITE = """
            {"kind":"site","version":1,"name":"Mortal House","timeZone":"Europe/London"}
            {"kind":"group","id":"g1","parent":null,"type":"building","name":"House","logicalAddress":1}
            {"kind":"device","id":"d1","group":"g1","type":"panel","model":"AA-12","serial":"S-1","locks":2}
            {"kind":"restriction","id":"r1","name":"Front","lines":[{"device":"d1","lock":"first"}]}
            {"kind":"grant","restriction":"r1","to":{"user":"u1"}}
            {"kind":"user","id":"u1","name":"Ann","email":null,"profile":"user","groups":["g1"]}
            {"kind":"identifier","id":"i1","user":"u1","type":"access-code","value":"4321","maxPasses":1000000}
            """;

    @TempDir
    Path folder;

    @Test
    void nothingThatWasAcknowledgedIsLostOrCountedTwice() throws Exception {
        long seed = Long.getLong("lintel.test.seed", System.nanoTime());
        Random random = new Random(seed);
        System.out.println("SuddenDeathIT seed " + seed);
        try (RunningServer server = RunningServer.start()) {
            Path site = Files.writeString(folder.resolve("site.jsonl"), SITE);
            assertThat(server.command("import", site.toString()).exitCode()).isZero();
            String said = server.command("device-password", "S-1").output();
            String password = said.replaceAll("(?s).*password\\s+(\\S+).*", "$1");
            try (TirelessPanel panel = new TirelessPanel("S-1", password, server.mqttPort())) {
                for (int death = 1; death < DEATHS; death++) {
                    panel.awaitMoreAnswers(20);
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
                    server.kill();
                    server.startAgain();
                }
                dieBeforeTheSeals(server, panel);
                panel.awaitMoreAnswers(20);
                panel.rest();
                check(server, panel);
                checkSeals(server);
            }
        }
    }

    /** Nobody can add to a chain while somebody holds its end: doors are answered, and entries wait for their seals. */
    private static void dieBeforeTheSeals(RunningServer server, TirelessPanel panel) throws Exception {
        try (Connection holding = server.database()) {
            holding.setAutoCommit(false);
            number(holding, "select number from log_chain where log = 'ACS' for update");
            panel.awaitMoreAnswers(20);
            // all of them may repeat what was asked before the last death, and be entries already
            await().until(() -> number(holding, "select count(*) from log_waiting where log = 'ACS'") > 0);
            server.kill();
            assertThat(number(holding, "select count(*) from log_waiting where log = 'ACS'"))
                    .isPositive();
        }
        server.startAgain();
    }

    private static void checkSeals(RunningServer server) throws Exception {
        try (Connection database = server.database()) {
            await().untilAsserted(() -> assertThat(number(database, "select count(*) from log_waiting"))
                    .isZero());
            assertThat(strings(database, """
                            with entry as (
                                select 'ACS' as log, coalesce(project_id, 0) as project, id from acs_log
                                union all select 'AUDIT', coalesce(project_id, 0), id from audit_entry)
                            select e.log || ' ' || e.id from entry e
                                left join log_chain c on c.log = e.log and c.project = e.project
                                left join log_seal s on s.chain = c.id and s.entry = e.id
                            group by e.log, e.id having count(s.number) <> 1"""))
                    .as("entries that are not sealed exactly once")
                    .isEmpty();
        }
        RunningServer.Finished verified = server.command("verify-log");
        assertThat(verified.output()).contains("chains are whole");
        assertThat(verified.exitCode()).isZero();
    }

    private static void check(RunningServer server, TirelessPanel panel) throws Exception {
        try (Connection database = server.database()) {
            Set<String> events = strings(database, "select key from device_event where device_serial = 'S-1'");
            assertThat(events).containsAll(panel.acknowledgedEvents());
            assertThat(number(database, "select count(*) from device_event")).isEqualTo(events.size());

            Set<String> logged = strings(database, "select id::text || ' ' || verdict from acs_log");
            assertThat(logged).containsAll(panel.answeredLogIds());
            Set<String> requests = strings(
                    database, "select split_part(request_id, '#', 1) from acs_log where request_id is not null");
            assertThat(requests).containsAll(panel.answeredRequests());

            long granted = number(database, "select count(*) from acs_log where verdict = 'GRANT'");
            assertThat(granted).isPositive();
            assertThat(number(database, "select count(distinct request_id) from acs_log where verdict = 'GRANT'"))
                    .isEqualTo(granted);
            assertThat(number(database, "select passes_used from identifier where id = 'i1'"))
                    .isEqualTo(granted);
        }
    }

    private static Set<String> strings(Connection database, String sql) throws SQLException {
        Set<String> found = new HashSet<>();
        try (ResultSet rows = database.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (ResultSet rows = database.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
