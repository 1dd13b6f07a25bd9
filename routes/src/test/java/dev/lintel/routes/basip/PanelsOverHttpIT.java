package dev.lintel.routes.basip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.device.DeviceRegistry;
import dev.lintel.domain.device.IssuedCredential;
import dev.lintel.domain.permission.Actor;
import dev.lintel.routes.RoutesIT;
import dev.lintel.routes.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("DE-1")
class PanelsOverHttpIT extends RoutesIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CARD = "{\"identifier_number\":\"12345678\",\"identifier_type\":\"card\"}";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private DeviceRegistry devices;

    @Autowired
    private JdbcTemplate jdbc;

    private IssuedCredential panel;

    @BeforeEach
    void secrets() throws IOException {
        house("BASIP");
        panel = devices.issueCredential(Actor.server(), "BASIP-1").orElseThrow();
    }

    @Test
    void validatesWhateverTheContentTypeAndLogsIt() throws Exception {
        int before = logged();
        String path = "/api/v0/remote/validate/" + panel.urlToken();
        for (String type : new String[] {null, FORM, "application/json", "text/plain"}) {
            HttpResponse<String> answer = send("POST", path, CARD, type, null);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).startsWith("{\"handled\":true,\"access\":{\"granted\":");
        }
        assertThat(logged()).isEqualTo(before + 4);
    }

    @Test
    void takesTheTokenAsQueryParameterAsWell() throws Exception {
        var answer = send("POST", "/api/v0/remote/validate?token=" + panel.urlToken(), CARD, FORM, null);
        assertThat(answer.body()).startsWith("{\"handled\":true");
    }

    @Test
    void leavesATypeItDoesNotHaveToThePanel() throws Exception {
        String palm = CARD.replace("card", "palm");
        var answer = send("POST", "/api/v0/remote/validate/" + panel.urlToken(), palm, null, null);
        assertThat(answer.body()).isEqualTo("{\"handled\":false}");
    }

    @Test
    void saysNothingToAWrongTokenAndNamesWhatIsMalformed() throws Exception {
        var wrong = send("POST", "/api/v0/remote/validate/nonsense", CARD, null, null);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo("{\"error\":\"unknown token\"}");
        var malformed = send("POST", "/api/v0/remote/validate/" + panel.urlToken(), "{]", null, null);
        assertThat(malformed.statusCode()).isEqualTo(400);
        var large = send("POST", "/api/v0/remote/validate/" + panel.urlToken(), "x".repeat(2_000_000), null, null);
        assertThat(large.statusCode()).isEqualTo(413);
    }

    @Test
    void takesLogsOnceHoweverOftenTheyArePushed() throws Exception {
        String token = login(panel.password());
        String push = """
                {"events":[{"created_at":1763800000123,"category":"info","code":"device_booted","priority":"low","info":{}},
                 {"created_at":1763800000124,"category":"access","code":"panel_dreamt","info":{"card":"AA:BB:CC:DD"}}]}""";
        for (int i = 0; i < 3; i++) {
            assertThat(send("PUT", "/api/v0/devices/logs", push, FORM, token).statusCode())
                    .isEqualTo(200);
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from device_event where device_serial = 'BASIP-1'", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void isThereWhenItSaysSo() throws Exception {
        String token = login(panel.password());
        assertThat(send("POST", "/api/v0/devices/pong", "", null, token).statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/api/v0/devices/refresh", "", null, token).body())
                .isEqualTo("{\"token\":\"" + token + "\"}");
        assertThat(send("POST", "/api/v0/devices/pong", "", null, "another").statusCode())
                .isEqualTo(401);
    }

    @Test
    void newPasswordEndsWhatTheOldOneOpened() throws Exception {
        String token = login(panel.password());
        assertThat(devices.issueCredential(Actor.server(), "BASIP-1")).isPresent();
        assertThat(send("POST", "/api/v0/devices/pong", "", null, token).statusCode())
                .isEqualTo(401);
    }

    @Test
    void knowsNobodyByAWrongPassword() throws Exception {
        String body = "{\"login\":\"BASIP-2\",\"password\":\"wrong\"}";
        for (int i = 0; i < 10; i++) {
            assertThat(send("POST", "/api/v0/devices/login", body, null, null).statusCode())
                    .isEqualTo(401);
        }
        assertThat(send("POST", "/api/v0/devices/login", body, null, null).statusCode())
                .isEqualTo(429);
    }

    private String login(String password) throws Exception {
        String body = "{\"login\":\"BASIP-1\",\"password\":\"" + password + "\"}";
        HttpResponse<String> answer = send("POST", "/api/v0/devices/login", body, null, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).get("token").stringValue();
    }

    private int logged() {
        Integer count =
                jdbc.queryForObject("select count(*) from acs_log where device_serial = 'BASIP-1'", Integer.class);
        return count == null ? 0 : count;
    }

    private HttpResponse<String> send(
            String method, String path, String body, @Nullable String type, @Nullable String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
