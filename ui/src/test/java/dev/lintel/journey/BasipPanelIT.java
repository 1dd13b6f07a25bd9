package dev.lintel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A BAS-IP panel, as it is, against the real server with all its guards: remote validation and the management server. */
@Tag("DE-2")
class BasipPanelIT {
    private static final String SITE = """
            {"kind":"site","name":"House","timeZone":"Europe/London"}
            {"kind":"group","id":"g1"}
            {"kind":"device","id":"d1","group":"g1","serial":"P-1","locks":2}
            {"kind":"restriction","id":"r1","lines":[{"device":"d1"}]}
            {"kind":"grant","restriction":"r1","to":{"group":"g1"}}
            {"kind":"user","id":"u1","name":"Clark","groups":["g1"]}
            {"kind":"identifier","id":"i1","user":"u1","type":"card","value":"1E:A6:86:71"}
            """;

    private static RunningServer server;
    private static String password;
    private static String urlToken;

    @BeforeAll
    static void aSiteWithAPanel() throws Exception {
        server = RunningServer.start();
        assertThat(server.rest("POST", "/api/v1/sites/import", SITE).statusCode())
                .isEqualTo(200);
        String issued =
                server.rest("POST", "/api/v1/devices/P-1/credentials", "").body();
        password = field(issued, "password");
        urlToken = field(issued, "urlToken");
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    @Test
    void asksWhetherACardMayPass() throws Exception {
        String card = "{\"identifier_number\":\"71:86:A6:1E\",\"identifier_type\":\"card\"}";

        String answer =
                send("POST", "/api/v0/remote/validate/" + urlToken, null, card).body();

        assertThat(answer).isEqualTo("{\"handled\":true,\"access\":{\"granted\":true,\"lock_number\":0}}");
        assertThat(server.rest("GET", "/api/v1/acs-log?limit=50", "").body()).contains("\"basip\"", "Clark");
    }

    @Test
    @Tag("AL-1")
    void logsInTellsWhatItDecidedAloneAndStaysAlive() throws Exception {
        String login = "{\"login\":\"P-1\",\"password\":\"" + password + "\"}";
        String token = field(send("POST", "/api/v0/devices/login", null, login).body(), "token");
        String log = "{\"events\":[{\"created_at\":1700000000000,\"category\":\"access\",\"priority\":\"medium\","
                + "\"code\":\"access_granted_by_valid_identifier\",\"info\":{\"card\":\"514229873\",\"lock\":1}}]}";

        assertThat(send("PUT", "/api/v0/devices/logs", token, log).statusCode()).isEqualTo(200);
        assertThat(send("PUT", "/api/v0/devices/logs", token, log).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/api/v0/devices/pong", token, "").statusCode()).isEqualTo(200);

        String entries = server.rest("GET", "/api/v1/acs-log?limit=50", "").body();
        assertThat(entries.split("\"decided-by-device\"", -1)).hasSize(2);
    }

    @Test
    void getsNowhereWithAnotherToken() throws Exception {
        assertThat(send("PUT", "/api/v0/devices/logs", "nonsense", "{\"events\":[]}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "/api/v0/remote/validate/nonsense", null, "{}").statusCode())
                .isEqualTo(401);
    }

    private static HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.url(path)).method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String field(String json, String name) {
        Matcher field = Pattern.compile('"' + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(field.find()).as(name + " in " + json).isTrue();
        return field.group(1);
    }
}
