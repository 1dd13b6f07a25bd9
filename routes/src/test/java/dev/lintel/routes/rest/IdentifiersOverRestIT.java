package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.RoutesUnderTest;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.routes.RoutesIT;
import dev.lintel.routes.panel.ListingPanel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestPropertySource(properties = "lintel.panels.trusted-hosts=127.0.0.1")
class IdentifiersOverRestIT extends RoutesIT {
    private static int houses;

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Projects projects;

    @LocalServerPort
    private int port;

    private long project;
    private String identifiers = "";

    private record Answer(int status, JsonNode body) {
        String at(String pointer) {
            return body.at(pointer).asString();
        }
    }

    @BeforeEach
    void aHouse() throws Exception {
        String name = "CARDS" + ++houses;
        house(name);
        project = projects.list(Actor.server()).stream()
                .filter(found -> found.name().equals(name))
                .mapToLong(Project::id)
                .findFirst()
                .orElseThrow();
        identifiers = "/api/v1/projects/" + project + "/identifiers";
    }

    @AfterEach
    void everythingIsPermittedAgain() {
        RoutesUnderTest.actor = Actor.server();
    }

    @Test
    @Tag("ID-2")
    void addsFindsChangesAndTakesAway() throws Exception {
        Answer made = ask("POST", identifiers, """
                {"user":"u1","type":"card","value":"02:B0:A5:FD","name":"Blue fob","restrictions":["r1"],
                 "validUntil":"2027-01-01T00:00:00Z","maxPasses":3}""");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/state")).isEqualTo("valid");

        assertThat(ask("GET", identifiers + "?filter=value:has:45131261", "").at("/rows/0/name"))
                .isEqualTo("Blue fob");
        Answer twice = ask("POST", identifiers, "{\"user\":\"u1\",\"type\":\"card\",\"value\":\"0045131261\"}");
        assertThat(twice.status()).isEqualTo(400);
        assertThat(twice.at("/errors/0/field")).isEqualTo("value");
        assertThat(twice.at("/errors/0/reason")).contains("taken");

        String one = identifiers + "/" + made.at("/id");
        String change = "{\"user\":\"u1\",\"type\":\"card\",\"name\":\"Red fob\",\"version\":%s}"
                .formatted(made.at("/version"));
        Answer changed = ask("PUT", one, change);
        assertThat(changed.at("/name") + changed.at("/value") + changed.at("/restrictions/0"))
                .isEqualTo("Red fob02:B0:A5:FDr1");
        assertThat(ask("PUT", one, change).status()).isEqualTo(409);
        String both = "{\"identifiers\":[\"" + made.at("/id") + "\"]}";
        assertThat(ask("POST", identifiers + "/suspend", both).at("/changed")).isEqualTo("1");
        assertThat(ask("GET", one, "").at("/state")).isEqualTo("suspended");
        assertThat(ask("POST", identifiers + "/delete", both).at("/changed")).isEqualTo("1");
        assertThat(ask("GET", one, "").status()).isEqualTo(404);
    }

    @Test
    @Tag("ID-1")
    void keepsWhatOpensDoorsFromThoseWhoCouldNotGiveIt() throws Exception {
        Answer code = ask("POST", identifiers, "{\"user\":\"u1\",\"type\":\"access-code\"}");
        Answer qr = ask("POST", identifiers, "{\"user\":\"u1\",\"type\":\"qr\"}");
        assertThat(code.at("/value")).matches("\\d{6}");
        assertThat(ask("GET", "/api/v1/projects/" + project + "/access-codes", "")
                        .at("/possible"))
                .isEqualTo("1000000");
        assertThat(bytes(identifiers + "/" + qr.at("/id") + "/qr")).startsWith(0x89, 'P', 'N', 'G');

        RoutesUnderTest.actor =
                TestActors.ofProject(project, Permission.IDENTIFIER_VIEW_GROUP, Permission.IDENTIFIER_VIEW_DESCENDANTS);
        assertThat(ask("GET", identifiers + "/" + code.at("/id"), "").at("/value"))
                .isEqualTo("••••");
        assertThat(ask("GET", identifiers + "/" + qr.at("/id") + "/qr", "").status())
                .isEqualTo(404);
        assertThat(ask("GET", identifiers + "?filter=value:has:" + code.at("/value"), "")
                        .body()
                        .at("/rows")
                        .size())
                .isZero();
        assertThat(ask("GET", "/api/v1/lists/identifiers/export", "").status()).isEqualTo(403);
    }

    @Test
    @Tag("ID-1")
    void takesTheFaceOfAPortraitAndSaysWhatIsWrongWithOthers() throws Exception {
        Answer face = ask("POST", identifiers, face(portrait(480, 640, new Color(190, 150, 120)), "jpg"));
        assertThat(face.status()).isEqualTo(201);
        assertThat(face.at("/value")).matches("[0-9a-f]{64}");
        byte[] kept = bytes(identifiers + "/" + face.at("/id") + "/photo");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getHeight()).isEqualTo(640);

        assertThat(refused(face(portrait(200, 300, Color.GRAY), "jpg"))).isEqualTo("too-few-pixels");
        assertThat(refused(face(portrait(2800, 2800, Color.GRAY), "jpg"))).isEqualTo("too-wide");
        assertThat(refused(face(portrait(320, 700, Color.GRAY), "jpg"))).isEqualTo("no-portrait");
        assertThat(refused(face(portrait(320, 480, Color.BLACK), "jpg"))).isEqualTo("too-dark");
        assertThat(refused(face(portrait(320, 480, Color.GRAY), "png"))).isEqualTo("no-jpeg");
        assertThat(refused("{\"user\":\"u1\",\"type\":\"face\"}")).isEqualTo("missing");
    }

    @Test
    @Tag("ID-4")
    void importsATableAndTakesItBack() throws Exception {
        String table = "value;owner;type\n45131261;Olena Коваль;card\nnonsense;u1;card\n";

        assertThat(ask("POST", identifiers + "/import?dryRun=true", table).at("/refused"))
                .isEqualTo("1");
        assertThat(ask("POST", identifiers + "/import", table)
                        .body()
                        .at("/stored")
                        .isNull())
                .isTrue();
        Answer stored = ask("POST", identifiers + "/import?withoutRefused=true", table);
        assertThat(stored.at("/added")).isEqualTo("1");
        assertThat(ask("GET", identifiers + "/imports", "").at("/0/added")).isEqualTo("1");
        String undo = identifiers + "/imports/" + stored.at("/stored") + "/undo";
        assertThat(ask("POST", undo, "").status()).isEqualTo(200);
        assertThat(ask("POST", undo, "").status()).isEqualTo(409);
        assertThat(ask("POST", identifiers + "/import", "a,b\n1,2\n").status()).isEqualTo(400);
    }

    @Test
    @Tag("ID-4")
    void importsWhatAPanelHas() throws Exception {
        try (ListingPanel panel = ListingPanel.speaking("/api/v1")
                .with("card", "1A:2B:3C:4D", "olena коваль", "{\"time\":{\"is_permanent\":true}}")
                .with("inputCode", "739214", "Somebody Else", "{\"time\":{\"is_permanent\":true}}")) {
            String wish = "{\"address\":\"" + panel.address()
                    + "\",\"login\":\"admin\",\"password\":\"%s\",\"user\":%s,\"dryRun\":%s}";

            Answer refused = ask("POST", identifiers + "/import-from-panel", wish.formatted("wrong", "null", true));
            assertThat(refused.at("/errors/0/reason")).isEqualTo("login-refused");
            Answer dry = ask("POST", identifiers + "/import-from-panel", wish.formatted("123456", "null", true));
            assertThat(dry.at("/added") + dry.at("/refused")).isEqualTo("11");
            Answer done = ask("POST", identifiers + "/import-from-panel", wish.formatted("123456", "\"u1\"", false));
            assertThat(done.at("/added")).isEqualTo("2");
            assertThat(ask("GET", identifiers + "?filter=value:has:1A2B3C4D", "")
                            .at("/rows/0/owner"))
                    .isEqualTo("Olena Коваль");
        }
    }

    private String refused(String wish) throws Exception {
        Answer answer = ask("POST", identifiers, wish);
        assertThat(answer.status()).isEqualTo(400);
        return answer.at("/errors/0/reason");
    }

    private static String face(BufferedImage picture, String format) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, format, file);
        return "{\"user\":\"u1\",\"type\":\"face\",\"photo\":\""
                + Base64.getEncoder().encodeToString(file.toByteArray()) + "\"}";
    }

    private static BufferedImage portrait(int width, int height, Color skin) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pencil = picture.createGraphics();
        pencil.setColor(skin.darker().darker());
        pencil.fillRect(0, 0, width, height);
        pencil.setColor(skin);
        pencil.fillOval(width / 4, height / 4, width / 2, height / 2);
        pencil.dispose();
        return picture;
    }

    private Answer ask(String method, String path, String body) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(uri(path))
                        .header(
                                "Content-Type",
                                path.contains("/import?") || path.endsWith("/import") ? "text/csv" : "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        String answer = response.body().isEmpty() ? "{}" : response.body();
        return new Answer(response.statusCode(), JsonMapper.shared().readTree(answer));
    }

    private byte[] bytes(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofByteArray())
                .body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
