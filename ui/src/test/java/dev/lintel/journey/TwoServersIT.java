package dev.lintel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lintel.domain.TestPostgres;
import dev.lintel.domain.Together;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two server processes on one database, each asked by the panel of a door of its own for the passes of the same guests. */
@Tag("GA-4")
class TwoServersIT {
    private static final int GUESTS = 60;
    private static final int ASKING = 4;
    private static final String RESIDENT = "90909090";
    private static final String SITE = """
            {"kind":"site","name":"Two Doors","timeZone":"Europe/London"}
            {"kind":"group","id":"g1"}
            {"kind":"device","id":"d1","group":"g1","serial":"P-1","locks":1}
            {"kind":"device","id":"d2","group":"g1","serial":"P-2","locks":1}
            {"kind":"restriction","id":"r1","guestUsable":true,"lines":[{"device":"d1"},{"device":"d2"}]}
            {"kind":"grant","restriction":"r1","to":{"group":"g1"}}
            {"kind":"user","id":"u1","name":"Clark","groups":["g1"]}
            {"kind":"identifier","id":"resident","user":"u1","type":"access-code","value":"%s"}
            """.formatted(RESIDENT);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void eachPassIsSpentOnceWhicheverServerIsAsked() throws Exception {
        String database = TestPostgres.emptyDatabase();
        Map<String, String> shared = Map.of(
                "LINTEL_DATABASE_URL", database,
                "LINTEL_DATABASE_USER", "postgres",
                "LINTEL_DATABASE_PASSWORD", "",
                "LINTEL_SECRET_KEY", "one key for both servers");
        try (RunningServer here = RunningServer.start(shared);
                RunningServer there = RunningServer.start(shared)) {
            HttpResponse<String> imported = here.rest("POST", "/api/v1/sites/import", site());
            assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
            List<URI> doors = List.of(door(here, "P-1"), door(there, "P-2"));
            for (URI door : doors) {
                await().atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(500))
                        .untilAsserted(() -> assertThat(opens(door, RESIDENT)).isTrue());
            }

            Map<Integer, Integer> opened = new TreeMap<>();
            for (int guest = 0; guest < GUESTS; guest++) {
                opened.put(guest, race(doors, code(guest)));
            }

            Map<Integer, Integer> passes = new TreeMap<>();
            IntStream.range(0, GUESTS).forEach(guest -> passes.put(guest, passes(guest)));
            assertThat(opened).isEqualTo(passes);
            assertCounted(database);
        }
    }

    /** All panels ask at the same moment, several times each. Returns how often a door opened. */
    private int race(List<URI> doors, String code) throws Exception {
        AtomicInteger turn = new AtomicInteger();
        List<Boolean> answers = Together.run(
                ASKING * doors.size(), () -> opens(doors.get(turn.getAndIncrement() % doors.size()), code));
        return (int) answers.stream().filter(open -> open).count();
    }

    /** What is counted and what is logged is what was opened, and both doors had their share. */
    private static void assertCounted(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "")) {
            assertThat(number(connection, "select count(*) from identifier where passes_used <> max_passes"))
                    .isZero();
            assertThat(number(connection, """
                            select count(*) from identifier i where i.max_passes <> (
                                select count(*) from acs_log a where a.identifier_id = i.id and a.verdict = 'GRANT')""")).isZero();
            assertThat(number(connection, """
                            select count(*) from acs_log
                            where verdict = 'DENY' and identifier_id like 'guest%' and reason <> 'PASSES_USED_UP'""")).isZero();
            for (String device : List.of("d1", "d2")) {
                assertThat(number(
                                connection,
                                "select count(*) from acs_log where verdict = 'GRANT' and identifier_id like 'guest%'"
                                        + " and device_id = '" + device + "'"))
                        .as("passes at " + device)
                        .isPositive();
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String site() {
        StringBuilder site = new StringBuilder(SITE);
        for (int guest = 0; guest < GUESTS; guest++) {
            site.append("""
                    {"kind":"identifier","id":"guest%1$d","user":"u1","type":"access-code","value":"%2$s","maxPasses":%3$d,"guest":"guest"}
                    {"kind":"grant","restriction":"r1","to":{"identifier":"guest%1$d"}}
                    """.formatted(guest, code(guest), passes(guest)));
        }
        return site.toString();
    }

    private static String code(int guest) {
        return Integer.toString(70_000_000 + 7919 * guest);
    }

    /** Of most guests the first pass is the last one. */
    private static int passes(int guest) {
        return guest % 3 == 0 ? 3 : 1;
    }

    /** Where the panel of a door asks this server. */
    private static URI door(RunningServer server, String serial) throws IOException, InterruptedException {
        String issued = server.rest("POST", "/api/v1/devices/" + serial + "/credentials", "")
                .body();
        Matcher token = Pattern.compile("\"urlToken\":\"([^\"]+)\"").matcher(issued);
        assertThat(token.find()).as(issued).isTrue();
        return server.url("/api/v0/remote/validate/" + token.group(1));
    }

    private boolean opens(URI door, String code) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(door)
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"identifier_number\":\"" + code + "\",\"identifier_type\":\"input_code\"}"))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().contains("\"granted\":true");
    }
}
