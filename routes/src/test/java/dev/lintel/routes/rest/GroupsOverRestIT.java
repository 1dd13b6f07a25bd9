package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.RoutesUnderTest;
import dev.lintel.domain.TestActors;
import dev.lintel.domain.permission.Actor;
import dev.lintel.domain.permission.Permission;
import dev.lintel.routes.RoutesIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("GR-1")
class GroupsOverRestIT extends RoutesIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private record Answer(int status, JsonNode body) {
        String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    @AfterEach
    void everythingIsPermittedAgain() {
        RoutesUnderTest.actor = Actor.server();
    }

    @Test
    @Tag("GR-3")
    void aComplexIsMadeGeneratedEditedMovedAndDeleted() throws Exception {
        Answer root = send("POST", "/groups", "{\"name\":\"Rest Park\",\"timeZone\":\"Europe/London\"}");
        assertThat(root.status()).as(root.body().toString()).isEqualTo(201);
        String groups = "/projects/" + root.body().get("project") + "/groups";
        String plan = """
            {"parent":"%s","levels":[{"type":"building","pattern":"Building #","amount":2,"exceptions":[1],
              "below":[{"type":"apartment","pattern":"Flat #","amount":3}]}]}""".formatted(root.text("/id"));

        Answer dry = send("POST", groups + "/generate?dryRun=true", plan);
        assertThat(dry.body().get("count").intValue()).isEqualTo(8);
        assertThat(dry.text("/groups/1/below/2/name")).isEqualTo("Flat 3");
        String edited = "{\"parent\":\"" + root.text("/id") + "\",\"groups\":"
                + dry.body().get("groups").toString().replace("Building 3", "Mill") + "}";
        assertThat(send("POST", groups + "/generate", edited)
                        .body()
                        .get("stored")
                        .booleanValue())
                .isTrue();

        Answer buildings = send("GET", groups + "?parent=" + root.text("/id"), null);
        assertThat(buildings.body().findValuesAsString("name")).isEqualTo(List.of("Building 2", "Mill"));
        Answer flats = send("GET", groups + "?q=mill%20flat%202", null);
        assertThat(flats.text("/0/path/1")).isEqualTo("Mill");
        String flat = groups + "/" + flats.text("/0/id");

        String wish = "{\"type\":\"apartment\",\"name\":\"Flat 2a\",\"logicalAddress\":22,\"version\":0}";
        assertThat(send("PUT", flat, wish).body().get("version").longValue()).isEqualTo(1);
        Answer conflict = send("PUT", flat, wish.replace("2a", "2b"));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text("/stored/name")).isEqualTo("Flat 2a");
        assertThat(conflict.text("/yours/name")).isEqualTo("Flat 2b");

        String first = buildings.text("/0/id");
        assertThat(send("POST", flat + "/move", "{\"parent\":\"" + first + "\"}")
                        .text("/parent"))
                .isEqualTo(first);
        Answer ring = send("POST", groups + "/" + first + "/move", "{\"parent\":\"" + flats.text("/0/id") + "\"}");
        assertThat(ring.text("/errors/0/reason")).isEqualTo("\"Flat 2a\" is the group itself or below it");
        Answer taken = send(
                "POST",
                groups,
                "{\"parent\":\"" + first + "\",\"type\":\"apartment\",\"name\":\"X\",\"logicalAddress\":22}");
        assertThat(taken.text("/errors/0/field")).isEqualTo("logicalAddress");

        Answer plain = send("DELETE", groups + "/" + first + "?dryRun=true", null);
        assertThat(plain.body().get("subgroups").intValue()).isEqualTo(4);
        assertThat(plain.body().get("deleted").booleanValue()).isFalse();
        assertThat(send("DELETE", groups + "/" + first, null).status()).isEqualTo(200);
        assertThat(send("GET", flat, null).status()).isEqualTo(404);
        Answer unsure = send("DELETE", groups + "/" + root.text("/id") + "?confirmation=rest", null);
        assertThat(unsure.text("/errors/0/field")).isEqualTo("confirmation");
        assertThat(send("DELETE", groups + "/" + root.text("/id") + "?confirmation=Rest%20Park", null)
                        .status())
                .isEqualTo(200);
        assertThat(send("GET", groups, null).body()).isEmpty();
    }

    @Test
    void saysWhereAPlanIsWrong() throws Exception {
        Answer root = send("POST", "/groups", "{\"name\":\"Wrong Park\"}");
        String generate = "/projects/" + root.body().get("project") + "/groups/generate";
        String plan = """
            {"parent":"x","levels":[{"pattern":"A","below":[{"pattern":"B","amount":2}]}]}""";
        assertThat(send("POST", generate, plan).text("/detail"))
                .isEqualTo(
                        "levels[0].below[0].pattern: \"B\" has no # for the number, so all would be called the same");
        Answer many = send("POST", generate, plan.replace("\"B\",\"amount\":2", "\"B#\",\"amount\":50000"));
        assertThat(many.text("/errors/0/reason")).contains("50001", "50000 that are saved in one go");
    }

    @Test
    void groupsOfAnotherProjectLookAsIfThereWereNone() throws Exception {
        Answer other = send("POST", "/groups", "{\"name\":\"Other Park\"}");
        String group = "/projects/" + other.body().get("project") + "/groups/" + other.text("/id");
        String none = "/projects/999/groups/" + other.text("/id");
        RoutesUnderTest.actor = TestActors.ofProject(
                -1, Permission.GROUP_CREATE_DESCENDANT, Permission.GROUP_EDIT_DESCENDANTS, Permission.GROUP_DELETE);

        for (List<String> call : List.of(
                List.of("GET", "", ""),
                List.of("PUT", "", "{\"name\":\"Mine\",\"version\":0}"),
                List.of("POST", "/move", "{\"parent\":\"x\"}"),
                List.of("DELETE", "", ""),
                List.of("DELETE", "?dryRun=true", ""))) {
            Answer hidden = send(call.get(0), group + call.get(1), call.get(2));
            assertThat(hidden.status()).as("%s", call).isEqualTo(404);
            Answer missing = send(call.get(0), none + call.get(1), call.get(2));
            assertThat(missing.text("/detail")).isEqualTo(hidden.text("/detail"));
        }
        assertThat(send("GET", "/projects/" + other.body().get("project") + "/groups", null)
                        .body())
                .isEmpty();
    }

    private Answer send(String method, String path, @Nullable String body) throws Exception {
        var publisher = body == null || body.isEmpty()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body);
        var response = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build(),
                BodyHandlers.ofString());
        return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    }
}
