package dev.lintel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A BAS-IP panel, as it is, against the real server with all its guards: remote validation and the management server. */
@Tag("DE-2")
class BasipPanelIT {
    private static final String SITE = """
            {"kind":"site","name":"Panel House","timeZone":"Europe/London"}
            {"kind":"group","id":"g1"}
            {"kind":"device","id":"d1","group":"g1","serial":"BASIP-P-1","locks":2}
            {"kind":"restriction","id":"r1","lines":[{"device":"d1"}]}
            {"kind":"grant","restriction":"r1","to":{"group":"g1"}}
            {"kind":"user","id":"u1","name":"Clark","groups":["g1"]}
            {"kind":"identifier","id":"i1","user":"u1","type":"card","value":"1E:A6:86:71"}
            """;

    @RegisterExtension
    static final Journey journey = Journey.onTheSharedServer();

    private static long house;
    private static String password;
    private static String urlToken;

    @BeforeAll
    static void aSiteWithAPanel() throws Exception {
        house = journey.imported(SITE);
        String issued = journey.server()
                .rest("POST", "/api/v1/devices/BASIP-P-1/credentials", "")
                .body();
        password = field(issued, "password");
        urlToken = field(issued, "urlToken");
    }

    @Test
    void asksWhetherACardMayPass() throws Exception {
        String card = "{\"identifier_number\":\"71:86:A6:1E\",\"identifier_type\":\"card\"}";

        String answer =
                send("POST", "/api/v0/remote/validate/" + urlToken, null, card).body();

        assertThat(answer).isEqualTo("{\"handled\":true,\"access\":{\"granted\":true,\"lock_number\":0}}");
        assertThat(log()).contains("\"basip\"", "Clark");
    }

    @Test
    @Tag("AL-1")
    void logsInTellsWhatItDecidedAloneAndStaysAlive() throws Exception {
        String login = "{\"login\":\"BASIP-P-1\",\"password\":\"" + password + "\"}";
        String token = field(send("POST", "/api/v0/devices/login", null, login).body(), "token");
        String log = "{\"events\":[{\"created_at\":1700000000000,\"category\":\"access\",\"priority\":\"medium\","
                + "\"code\":\"access_granted_by_valid_identifier\",\"info\":{\"card\":\"514229873\",\"lock\":1}}]}";

        assertThat(send("PUT", "/api/v0/devices/logs", token, log).statusCode()).isEqualTo(200);
        assertThat(send("PUT", "/api/v0/devices/logs", token, log).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/api/v0/devices/pong", token, "").statusCode()).isEqualTo(200);

        assertThat(log().split("\"decided-by-device\"", -1)).hasSize(2);
    }

    @Test
    void getsNowhereWithAnotherToken() throws Exception {
        assertThat(send("PUT", "/api/v0/devices/logs", "nonsense", "{\"events\":[]}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("POST", "/api/v0/remote/validate/nonsense", null, "{}").statusCode())
                .isEqualTo(401);
    }

    private static String log() throws Exception {
        return journey.server()
                .rest("GET", "/api/v1/acs-log?limit=50&filter=project:is:" + house, "")
                .body();
    }

    private static HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(journey.server().url(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
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
