package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.RoutesUnderTest;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.routes.RoutesIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A review of access over the REST API, from the start to the evidence. */
@Tag("RU-7")
class ReviewsOverRestIT extends RoutesIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private String base = "";

    @BeforeEach
    void house() throws Exception {
        house("reviews");
        Long project = jdbc.queryForObject("select id from project where name = 'reviews'", Long.class);
        base = "http://127.0.0.1:" + port + "/api/v1/projects/" + Objects.requireNonNull(project) + "/reviews";
        jdbc.update("delete from access_review");
    }

    @AfterEach
    void everythingIsPermittedAgain() {
        RoutesUnderTest.actor = Actor.server();
        jdbc.update("delete from account where login in ('rita', 'vera')");
    }

    @Test
    void itIsStartedDecidedVerifiedAndTakenAlong() throws Exception {
        Actor rita = account("rita");
        Actor vera = account("vera");
        assertThat(send("GET", "/parties?text=rit", "", 200).findValuesAsString("login"))
                .containsExactly("rita");
        assertThat(send("POST", "", wish("rita", "rita"), 400)
                        .at("/errors/0/reason")
                        .asString())
                .isEqualTo("same-person");
        send("POST", "", "{\"group\":\"g1\",\"device\":\"d1\"}", 400);
        JsonNode review = send("POST", "", wish("rita", "vera"), 201);
        String path = "/" + review.at("/id");
        JsonNode rights = send("GET", path + "/rights?sort=number", "", 200).at("/rows");
        assertThat(rights).hasSameSizeAs(numbers(review));

        String all = "{\"numbers\":" + numbers(review) + ",\"decision\":\"keep\"}";
        assertThat(send("POST", path + "/decisions", all, 400)
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("reviewer");
        RoutesUnderTest.actor = rita;
        send("POST", path + "/decisions", "{\"numbers\":[1],\"decision\":\"burn\"}", 400);
        assertThat(send("POST", path + "/decisions", all, 200).at("/undecided").intValue())
                .isZero();
        send("POST", path + "/decisions", "{\"numbers\":[1],\"decision\":\"remove\",\"comment\":\"moved\"}", 200);
        send("POST", path + "/submission", "", 200);
        send("POST", path + "/closing", "", 400);
        send("GET", path + "/evidence.csv", "", 404);
        RoutesUnderTest.actor = vera;
        send("POST", path + "/return", "{\"reason\":\"\"}", 400);
        send("POST", path + "/return", "{\"reason\":\"look again\"}", 200);
        RoutesUnderTest.actor = rita;
        assertThat(send("GET", path, "", 200).at("/sentBack").asString()).isEqualTo("look again");
        send("POST", path + "/submission", "", 200);
        RoutesUnderTest.actor = vera;
        JsonNode closed = send("POST", path + "/closing", "", 200);

        assertThat(closed.at("/state").asString()).isEqualTo("closed");
        byte[] csv = bytes(path + "/evidence.csv");
        assertThat(sha256(csv)).isEqualTo(closed.at("/csvSha256").asString());
        assertThat(sha256(bytes(path + "/evidence.pdf")))
                .isEqualTo(closed.at("/pdfSha256").asString());
        assertThat(bytes(path + "/evidence.csv")).isEqualTo(csv);
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains("moved").contains("Olena Коваль");
        assertThat(send("GET", path + "/left-open", "", 200)).hasSize(1);
        send("POST", path + "/closing", "", 409);
        assertThat(send("GET", "?state=closed", "", 200).at("/rows/0/id")).isEqualTo(review.at("/id"));
    }

    private static String wish(String reviewer, String verifier) {
        return "{\"name\":\"Spring\",\"group\":\"g2\",\"reviewer\":\"" + reviewer + "\",\"verifier\":\"" + verifier
                + "\",\"due\":\"" + LocalDate.now(ZoneOffset.UTC).plusDays(7) + "\"}";
    }

    private static List<Integer> numbers(JsonNode review) {
        return IntStream.rangeClosed(1, review.at("/rights").intValue()).boxed().toList();
    }

    private Actor account(String login) {
        Long id = jdbc.queryForObject("""
                insert into account (login, password_hash, must_change_password, locale) values (?, '', false, 'en')
                returning id""", Long.class, login);
        return new Actor(login, id, Set.of(Permission.values()), null, null);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private byte[] bytes(String path) throws Exception {
        var response = http.send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private JsonNode send(String method, String path, String body, int status) throws Exception {
        var response = http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as("%s %s: %s", method, path, response.body())
                .isEqualTo(status);
        return response.body().startsWith("{") || response.body().startsWith("[")
                ? JsonMapper.shared().readTree(response.body())
                : JsonMapper.shared().createObjectNode();
    }
}
