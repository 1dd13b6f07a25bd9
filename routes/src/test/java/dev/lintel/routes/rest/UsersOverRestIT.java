package dev.lintel.routes.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.RoutesUnderTest;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.group.Project;
import dev.lintel.domain.group.Projects;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.BuiltInProfile;
import dev.lintel.domain.permission.Membership;
import dev.lintel.domain.permission.Permission;
import dev.lintel.routes.RoutesIT;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class UsersOverRestIT extends RoutesIT {
    private static int houses;

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Projects projects;

    @LocalServerPort
    private int port;

    private String users = "";

    private record Answer(int status, JsonNode body) {
        String at(String pointer) {
            return body.at(pointer).asString();
        }
    }

    @BeforeEach
    void aHouse() throws Exception {
        String name = "USERS" + ++houses;
        house(name);
        users = projects.list(Actor.server()).stream()
                .filter(project -> project.name().equals(name))
                .map(Project::id)
                .map(id -> "/api/v1/projects/" + id + "/users")
                .findFirst()
                .orElseThrow();
    }

    @AfterEach
    void everythingIsPermittedAgain() {
        RoutesUnderTest.actor = Actor.server();
    }

    @Test
    @Tag("US-1")
    void aUserIsAddedChangedSuspendedAndDeleted() throws Exception {
        Answer made = send("POST", users, "{\"name\":\"Anna Bell\",\"groups\":[\"g2\"],\"phone\":\"555\"}");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        String anna = users + "/" + made.at("/id");
        assertThat(send("GET", anna, null).body()).isEqualTo(made.body());

        String change = "{\"name\":\"Anna Hall\",\"groups\":[\"g2\"],\"version\":%s}";
        Answer changed = send("PUT", anna, change.formatted(made.body().get("version")));
        assertThat(changed.at("/name")).isEqualTo("Anna Hall");
        Answer late = send("PUT", anna, change.formatted(made.body().get("version")));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().at("/current")).isEqualTo(changed.body());

        String both = "{\"users\":[\"" + made.at("/id") + "\",\"u1\"]}";
        assertThat(send("POST", users + "/suspend", both).body().get("changed").intValue())
                .isEqualTo(2);
        assertThat(send("GET", anna, null).at("/status")).isEqualTo("suspended");
        assertThat(send("POST", users + "/deletion", both)
                        .body()
                        .get("identifiers")
                        .intValue())
                .isEqualTo(1);
        assertThat(send("POST", users + "/delete", both).status()).isEqualTo(200);
        assertThat(send("GET", anna, null).status()).isEqualTo(404);
    }

    @Test
    @Tag("SE-1")
    void afterAnErasureTheAuditTellsOfItUnderAPseudonym() throws Exception {
        assertThat(send("POST", users + "/erase", "{\"users\":[\"u1\"]}").at("/users/0"))
                .startsWith("Olena");

        JsonNode last = send("GET", "/api/v1/audit?deed=erased", null).body().at("/rows/0");
        assertThat(last.at("/recordName").asString()).startsWith("former person ");
        assertThat(last.toString()).doesNotContain("Olena").contains("\"actor\":\"server\"");
    }

    @Test
    @Tag("US-1")
    void namesEveryFieldThatIsWrong() throws Exception {
        Answer refused = send("POST", users, "{\"name\":\" \",\"email\":\"nobody\",\"profile\":\"emperor\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("errors").toString()).contains("\"name\"", "\"email\"", "\"profile\"", "missing");
        assertThat(send("PUT", users + "/u1", "{\"name\":\"Olena\"}").body().toString())
                .contains("version");
        assertThat(send("POST", users + "/u1/invitation", "").body().toString()).contains("no-server-url");
    }

    @Test
    @Tag("US-5")
    @Tag("SE-7")
    void familiesAndMarkersAreKept() throws Exception {
        Answer child = send("POST", users + "/u1/family", "{\"name\":\"Child\"}");
        assertThat(child.at("/mainUser")).isEqualTo("u1");
        assertThat(send("DELETE", users + "/u1/family/" + child.at("/id"), null).status())
                .isEqualTo(204);

        String markers = users.replace("/users", "/markers");
        Answer marker = send("POST", markers, "{\"name\":\"moves out\",\"colour\":\"#B42318\"}");
        assertThat(marker.at("/colour")).isEqualTo("#b42318");
        assertThat(send("POST", markers, "{\"name\":\"moves out\",\"colour\":\"#b42318\"}")
                        .status())
                .isEqualTo(400);
        assertThat(send("POST", markers, "{\"name\":\"red\",\"colour\":\"red;}body{\"}")
                        .body()
                        .toString())
                .contains("colour-malformed");
        assertThat(send("DELETE", markers + "/" + marker.at("/id"), null).status())
                .isEqualTo(204);
    }

    @Test
    @Tag("PR-4")
    void whoeverIsElsewhereFindsNobody() throws Exception {
        RoutesUnderTest.actor = TestActors.ofProject(
                -1,
                Permission.USER_VIEW,
                Permission.USER_EDIT,
                Permission.USER_CREATE,
                Permission.USER_DELETE,
                Permission.MARKER_EDIT);
        Answer hidden = send("GET", users + "/u1", null);
        Answer missing = send("GET", users.replaceFirst("projects/\\d+", "projects/99999") + "/u1", null);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.at("/detail")).isEqualTo(missing.at("/detail"));
        assertThat(send("POST", users + "/delete", "{\"users\":[\"u1\"]}").status())
                .isEqualTo(404);
        assertThat(send("POST", users + "/u1/invitation", "").status()).isEqualTo(404);
        assertThat(send("PUT", users.replace("/users", "/markers") + "/m", "{\"name\":\"a\",\"colour\":\"#000000\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("US-1")
    void aPhotoComesInAsAPictureAndGoesOutAsAPortrait() throws Exception {
        String photo = users + "/u1/photo";
        assertThat(bytes("GET", photo, null).statusCode()).isEqualTo(404);
        assertThat(bytes("PUT", photo, picture()).statusCode()).isEqualTo(204);

        var portrait = bytes("GET", photo, null);
        assertThat(portrait.headers().firstValue("Content-Type")).contains("image/jpeg");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(portrait.body()));
        assertThat(image.getWidth()).isEqualTo(256).isEqualTo(image.getHeight());

        assertThat(bytes("DELETE", photo, null).statusCode()).isEqualTo(204);
        assertThat(bytes("GET", photo, null).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("US-1")
    void whatIsNoPhotoIsRefusedAndTheOneBeforeStays() throws Exception {
        String photo = users + "/u1/photo";
        bytes("PUT", photo, picture());
        byte[] before = bytes("GET", photo, null).body();

        assertThat(refused(photo, "<svg onload='alert(1)'/>".getBytes(UTF_8))).contains("format-unknown");
        assertThat(refused(photo, Arrays.copyOf(picture(), 200))).contains("damaged");
        assertThat(refused(photo, Arrays.copyOf(picture(), 10 * 1024 * 1024))).contains("too-large");
        assertThat(bytes("GET", photo, null).body()).isEqualTo(before);
    }

    @Test
    @Tag("PR-4")
    void aPhotoOfAnotherProjectIsNoPhoto() throws Exception {
        String photo = users + "/u1/photo";
        bytes("PUT", photo, picture());
        RoutesUnderTest.actor = TestActors.ofProject(-1, Permission.USER_VIEW, Permission.USER_EDIT);

        for (String method : List.of("GET", "PUT", "DELETE")) {
            var hidden = bytes(method, photo, method.equals("PUT") ? picture() : null);
            var missing = bytes(
                    method,
                    photo.replaceFirst("projects/\\d+", "projects/99999"),
                    method.equals("PUT") ? picture() : null);
            assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
        }
        RoutesUnderTest.actor = Actor.server();
        assertThat(bytes("GET", photo, null).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("US-3")
    void aLinkForANewPasswordNeedsAnAccount() throws Exception {
        assertThat(send("POST", users + "/u1/password-recovery", "").body().toString())
                .contains("no-account");
        assertThat(send("POST", users + "/nobody/password-recovery", "").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("PF-1")
    void residentsLearnWhatTheyCarryAndWhereItLetsThemIn() throws Exception {
        assertThat(send("GET", "/api/v1/me/access", null).body().at("/identifiers"))
                .isEmpty();
        long project = Long.parseLong(users.replaceAll(".*/projects/(\\d+)/.*", "$1"));
        RoutesUnderTest.actor = new Actor(
                "olena",
                1L,
                BuiltInProfile.USER.permissions(),
                new Membership(project, "u1", Set.of("g2"), false),
                null);

        JsonNode access = send("GET", "/api/v1/me/access", null).body();

        assertThat(access.at("/identifiers/0/type").asString()).isEqualTo("card");
        assertThat(access.at("/identifiers/0/state").asString()).isEqualTo("valid");
        assertThat(access.at("/openNow").isArray()).isTrue();
        assertThat(access.toString()).doesNotContain("12345678", "4711");
    }

    @Test
    @Tag("SE-1")
    void theAuditTellsWhoTookAListAlong() throws Exception {
        bytes("GET", "/api/v1/lists/users/export?format=csv&filter=name:has:olena", null);

        JsonNode last = send("GET", "/api/v1/audit?deed=exported", null).body().at("/rows/0");
        assertThat(last.at("/kind").asString()).isEqualTo("list");
        assertThat(last.at("/recordName").asString()).isEqualTo("users");
        assertThat(last.at("/changes").toString()).contains("name").doesNotContain("olena");
    }

    private String refused(String photo, byte[] file) throws Exception {
        var answer = bytes("PUT", photo, file);
        assertThat(answer.statusCode()).isEqualTo(400);
        return new String(answer.body(), UTF_8);
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    private HttpResponse<byte[]> bytes(String method, String path, byte @Nullable [] body) throws Exception {
        var publisher =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, publisher)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private Answer send(String method, String path, @Nullable String body) throws Exception {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var response = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, publisher)
                        .build(),
                BodyHandlers.ofString());
        JsonNode json = response.body().isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : JsonMapper.shared().readTree(response.body());
        return new Answer(response.statusCode(), json);
    }
}
