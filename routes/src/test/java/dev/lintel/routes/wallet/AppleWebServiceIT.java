package dev.lintel.routes.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.domain.guestpass.GuestPassDraft;
import dev.lintel.domain.guestpass.GuestPasses;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.settings.Settings;
import dev.lintel.domain.settings.SettingsDraft;
import dev.lintel.domain.wallet.TestAuthority;
import dev.lintel.routes.RoutesIT;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone keeps a pass up to date, as Apple describes it; nobody else learns that there is one. */
@Tag("GA-3")
class AppleWebServiceIT extends RoutesIT {
    private static final TestAuthority APPLE = new TestAuthority();
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    Settings settings;

    @Autowired
    GuestPasses passes;

    @LocalServerPort
    private int port;

    @Test
    void aPhoneRegistersAsksAndLeaves() throws Exception {
        long house = house("phone");
        settings.change(Actor.server(), new SettingsDraft("H", "", "https://doors.example.org", "en", true, true));
        HttpResponse<byte[]> wrong = send("PUT", "/api/v1/wallets/apple", wish("not it"), null);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(text(wrong))
                .contains("\"field\":\"password\"", "wrong-password")
                .doesNotContain("not it");
        HttpResponse<byte[]> set = send("PUT", "/api/v1/wallets/apple", wish(TestAuthority.PASSWORD), null);
        assertThat(text(set)).contains("pass.org.example.doors").doesNotContain(TestAuthority.PASSWORD);
        String id = passes.create(
                        Actor.server(), house, GuestPassDraft.usual("u1", List.of("r1"), Locale.ENGLISH, Instant.now()))
                .id();
        String rest = "/api/v1/projects/" + house + "/guest-passes/" + id;
        JsonNode pass = pass(send("GET", rest + "/apple-wallet", "", null).body());
        String serial = pass.at("/serialNumber").asString();
        String token = "ApplePass " + pass.at("/authenticationToken").asString();
        String registration = "/wallet/v1/devices/d3v/registrations/" + TestAuthority.PASS_TYPE;
        String one = "/wallet/v1/passes/" + TestAuthority.PASS_TYPE + "/" + serial;

        assertThat(send("POST", registration + "/" + serial, "{\"pushToken\":\"ab\"}", "ApplePass x")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("POST", registration + "/nothing", "{\"pushToken\":\"ab\"}", token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("POST", registration + "/" + serial, "{}", token).statusCode())
                .isEqualTo(400);
        assertThat(send("POST", registration + "/" + serial, "{\"pushToken\":\"ab\"}", token)
                        .statusCode())
                .isEqualTo(201);
        assertThat(send("POST", registration + "/" + serial, "{\"pushToken\":\"ab\"}", token)
                        .statusCode())
                .isEqualTo(200);

        JsonNode all = JSON.readTree(send("GET", registration, "", null).body());
        assertThat(all.at("/serialNumbers/0").asString()).isEqualTo(serial);
        String since =
                registration + "?passesUpdatedSince=" + all.at("/lastUpdated").asString();
        assertThat(send("GET", since, "", null).statusCode()).isEqualTo(204);
        assertThat(send("GET", one, "", null).statusCode()).isEqualTo(401);
        HttpResponse<byte[]> file = send("GET", one, "", token);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/vnd.apple.pkpass");
        assertThat(pass(file.body()).at("/serialNumber").asString()).isEqualTo(serial);
        String modified = file.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(send("GET", one, "", token, "If-Modified-Since", modified).statusCode())
                .isEqualTo(304);

        passes.revoke(Actor.server(), house, List.of(id));
        assertThat(send("GET", since, "", null).statusCode()).isEqualTo(200);
        assertThat(pass(send("GET", one, "", token).body()).at("/voided").asBoolean())
                .isTrue();
        JsonNode revoked = JSON.readTree(send("GET", since, "", null).body());
        String sinceThen = registration + "?passesUpdatedSince="
                + revoked.at("/lastUpdated").asString();
        assertThat(send("GET", sinceThen, "", null).statusCode()).isEqualTo(204);
        String deletion = "/api/v1/projects/" + house + "/guest-passes/delete";
        assertThat(send("POST", deletion, JSON.writeValueAsString(Map.of("guestPasses", List.of(id))), null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(JSON.readTree(send("GET", sinceThen, "", null).body())
                        .at("/serialNumbers/0")
                        .asString())
                .isEqualTo(serial);
        JsonNode over = pass(send("GET", one, "", token).body());
        assertThat(over.at("/voided").asBoolean()).isTrue();
        assertThat(over.at("/generic/secondaryFields").isEmpty()).isTrue();
        assertThat(send("GET", one, "", "ApplePass x").statusCode()).isEqualTo(401);
        assertThat(send("POST", "/wallet/v1/log", "{\"logs\":[\"x\"]}", null).statusCode())
                .isEqualTo(200);
        assertThat(send("DELETE", registration + "/" + serial, "", "ApplePass x")
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("DELETE", registration + "/" + serial, "", token).statusCode())
                .isEqualTo(200);
        assertThat(send("GET", registration, "", null).statusCode()).isEqualTo(204);
    }

    private static String wish(String password) throws Exception {
        return JSON.writeValueAsString(Map.of(
                "organisation",
                "Heathfield",
                "certificate",
                Base64.getEncoder().encodeToString(TestAuthority.file(APPLE.forPasses())),
                "password",
                password,
                "intermediate",
                Base64.getEncoder().encodeToString(APPLE.certificate().getEncoded())));
    }

    private HttpResponse<byte[]> send(String method, String path, String body, @Nullable String shown, String... more)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (shown != null) {
            request.header("Authorization", shown);
        }
        if (more.length > 0) {
            request.headers(more);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode pass(byte[] archive) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("pass.json")) {
                    return JSON.readTree(zip.readAllBytes());
                }
            }
        }
        throw new AssertionError(new String(archive, StandardCharsets.UTF_8));
    }
}
