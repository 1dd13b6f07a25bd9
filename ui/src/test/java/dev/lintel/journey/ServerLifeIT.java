package dev.lintel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** One server from its first start to its end; the order is the story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerLifeIT {
    private static final String SITE = """
            {"kind":"site","version":1,"name":"Lively House","timeZone":"Europe/London"}
            {"kind":"group","id":"g1","parent":null,"type":"building","name":"House","logicalAddress":1}
            {"kind":"device","id":"d1","group":"g1","type":"panel","model":"AA-12","serial":"S-1","locks":2}
            """;

    private static RunningServer server;

    @BeforeAll
    static void firstStart() throws Exception {
        server = RunningServer.start(Journey.ENVIRONMENT);
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @Test
    @Order(1)
    void firstStartPrintsAOneTimePassword() throws Exception {
        assertThat(server.oneTimePassword()).isPresent();
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").body()).contains("\"status\":\"UP\"");
    }

    @Test
    @Order(2)
    void strangersGetNoFurtherThanTheLoginPage() throws Exception {
        assertThat(get("/").headers().firstValue("Location"))
                .hasValueSatisfying(page -> assertThat(page).contains("/login"));
        assertThat(get("/api/v1/projects").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/projects").headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(get("/actuator/env").statusCode()).isEqualTo(401);
        var unknown = server.rest("GET", "/api/v1/nothing", "");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(unknown.body()).contains("there is no operation GET");
        assertThat(get("/actuator/prometheus").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void secondServerOnTheSameFolderIsRefusedInOneSentence() throws Exception {
        var finished = server.command("run");
        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.output().strip().lines())
                .singleElement()
                .asString()
                .contains("another Lintel server")
                .contains(server.home().toString());
    }

    @Test
    @Order(4)
    void databaseThatDiesIsStartedAgain() throws Exception {
        ProcessHandle first = server.postgres().orElseThrow();
        first.destroyForcibly();
        first.onExit().join();
        for (int tries = 0; tries < 600 && !projectsAreListed(); tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(projectsAreListed()).isTrue();
        assertThat(server.postgres().orElseThrow().pid()).isNotEqualTo(first.pid());
    }

    @Test
    @Order(5)
    void killedServerStartsAgainOnWhatItLeftBehind() throws Exception {
        assertThat(server.rest("POST", "/api/v1/sites/import", SITE).statusCode())
                .isEqualTo(200);
        String secrets =
                server.rest("POST", "/api/v1/devices/S-1/credentials", "").body();
        server.kill();
        assertThat(server.postgres()).isPresent();
        try (HastyPanel panel = new HastyPanel("S-1", password(secrets), server.mqttPort())) {
            server.forgetMessages();
            server.startAgain("--demo");
            assertThat(panel.answer()).contains("unknown-identifier");
        }
        // that of the manager of the demo, who logs in with it
        assertThat(server.output()).containsOnlyOnce("password   ");
        assertThat(projectsAreListed()).isTrue();
    }

    private static String password(String credentials) {
        return credentials.replaceAll("(?s).*\"password\":\"([^\"]+)\".*", "$1");
    }

    @Test
    @Order(6)
    void theDemoHasBusyDoorsAndASecondPersonWhoLogsIn() throws Exception {
        try (Chromium chromium = Chromium.open()) {
            Visitor manager = new Visitor(chromium.newPage(), server);
            manager.logIn(said("login"), said("password"));
            PlaywrightAssertions.assertThat(manager.page()).hasURL(manager.url("/"));
            manager.open("/acs-log");
            PlaywrightAssertions.assertThat(manager.cell("Granted")).isVisible();
            manager.load("/nothing-of-the-kind");
            PlaywrightAssertions.assertThat(manager.text("There is nothing here"))
                    .isVisible();
            manager.open("/rules");
            PlaywrightAssertions.assertThat(manager.button("New policy").first())
                    .isVisible();
        }
    }

    private static String said(String what) {
        Matcher line = Pattern.compile(what + " {2,}(\\S+)").matcher(server.output());
        assertThat(line.find()).as(what).isTrue();
        return line.group(1);
    }

    @Test
    @Order(7)
    void stopTakesTheDatabaseAlong() throws Exception {
        ProcessHandle database = server.postgres().orElseThrow();
        server.stop();
        assertThat(database.isAlive()).isFalse();
    }

    @Test
    @Order(8)
    void takenPortIsOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            var finished = server.command(Map.of("LINTEL_MQTT_PORT", port), "run");
            assertThat(finished.exitCode()).isEqualTo(1);
            assertThat(finished.output().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("port " + port)
                    .contains("MQTT")
                    .contains("LINTEL_MQTT_PORT");
        }
    }

    private static boolean projectsAreListed() throws Exception {
        return server.rest("GET", "/api/v1/projects", "").statusCode() == 200;
    }

    private static HttpResponse<String> get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(server.url(path)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
