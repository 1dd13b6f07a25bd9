package dev.lintel.routes.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lintel.routes.RoutesIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How rules come into force over the REST API. */
@Tag("RU-5")
class RulebookReleaseOverRestIT extends RoutesIT {
    private static final String NOTIFY =
            "{\"policies\":[{\"name\":\"Tell\",\"effect\":\"notify\",\"holders\":{\"kinds\":[\"courier\"]}}]}";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private String base = "";

    @BeforeEach
    void house() throws Exception {
        house("releases");
        Long project = jdbc.queryForObject("select id from project where name = 'releases'", Long.class);
        jdbc.update("delete from rulebook");
        jdbc.update("delete from rulebook_watch");
        base = "http://127.0.0.1:" + port + "/api/v1/projects/" + Objects.requireNonNull(project) + "/rulebook";
        send("PUT", "/settings", "{\"secondPerson\":false}", 204);
    }

    @Test
    void aDraftIsPlannedAndCalledOff() throws Exception {
        JsonNode draft = send("PUT", "/draft", NOTIFY, 200);
        JsonNode over = send("POST", "/draft/publication", edition(draft, "\"at\":\"2020-01-01T06:00:00+01:00\""), 400);
        assertThat(over.at("/errors/0/field").asString()).isEqualTo("at");
        assertThat(over.at("/errors/0/reason").asString()).isEqualTo("over");
        send("POST", "/draft/publication", edition(draft, "\"at\":\"tomorrow\""), 400);
        assertThat(send("GET", "", "", 200).at("/plan").isNull()).isTrue();
        String later = InstantSource.system()
                .instant()
                .plusSeconds(86_400)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        JsonNode planned = send("POST", "/draft/publication", edition(draft, "\"at\":\"" + later + "\""), 200);
        assertThat(planned.at("/state").asString()).isEqualTo("draft");
        JsonNode plan = send("GET", "", "", 200).at("/plan");
        assertThat(plan.at("/at").asString()).isEqualTo(later);
        assertThat(plan.at("/number")).isEqualTo(draft.at("/number"));
        assertThat(plan.at("/failed").isNull()).isTrue();
        assertThat(plan.at("/errors")).isEmpty();

        send("DELETE", "/plan", "", 204);
        send("DELETE", "/plan", "", 404);
        assertThat(send("GET", "", "", 200).at("/plan").isNull()).isTrue();
    }

    @Test
    void denialsAreWatchedWhereSomebodySaysSo() throws Exception {
        JsonNode off = send("GET", "/watch", "", 200);
        assertThat(off.at("/on").asBoolean()).isFalse();
        assertThat(off.at("/factor").isNull()).isTrue();
        send("PUT", "/watch", "{}", 400);
        JsonNode wrong = send("PUT", "/watch", "{\"on\":true,\"factor\":1,\"least\":0}", 400);
        assertThat(wrong.findValuesAsString("field")).containsExactly("factor", "least");
        send("PUT", "/watch", "{\"on\":true,\"factor\":2.5}", 204);
        JsonNode on = send("GET", "/watch", "", 200);
        assertThat(on.at("/factor").doubleValue()).isEqualTo(2.5);
        assertThat(on.at("/least").intValue()).isEqualTo(20);
        send("PUT", "/watch", "{\"on\":false}", 204);
        assertThat(send("GET", "/watch", "", 200).at("/on").asBoolean()).isFalse();
    }

    @Test
    void aVersionDecidesInOneGroupFirst() throws Exception {
        String group = Objects.requireNonNull(jdbc.queryForObject(
                "select min(g.id) from object_group g join project p on p.id = g.project_id where p.name = 'releases'"
                        + " and g.parent is not null",
                String.class));
        JsonNode draft = send("PUT", "/draft", NOTIFY, 200);
        JsonNode nowhere = send("POST", "/draft/publication", edition(draft, "\"group\":\"nowhere\""), 400);
        assertThat(nowhere.at("/errors/0/field").asString()).isEqualTo("group");
        String there = "\"group\":\"" + group + "\"";
        JsonNode part = send("POST", "/draft/publication", edition(draft, there), 200);
        assertThat(part.at("/state").asString()).isEqualTo("in-part");
        assertThat(part.at("/group").asString()).isEqualTo(group);
        assertThat(part.at("/everywhere").isNull()).isTrue();
        assertThat(send("GET", "", "", 200).at("/inPart/number")).isEqualTo(part.at("/number"));
        assertThat(send("GET", "", "", 200).at("/inForce").isNull()).isTrue();
        JsonNode gone = send("DELETE", "/../groups/" + group + "?dryRun=true", "", 200);
        assertThat(gone.at("/decidingFirst/version")).isEqualTo(part.at("/number"));
        JsonNode refused = send("DELETE", "/../groups/" + group, "", 400);
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("group");
        assertThat(refused.at("/errors/0/reason").asString()).contains("decides there first");
        send("DELETE", "/part", "", 204);
        send("DELETE", "/part", "", 404);
        send("POST", "/part/everywhere", "", 404);

        JsonNode again = send("PUT", "/draft", NOTIFY, 200);
        send("POST", "/draft/publication", edition(again, there), 200);
        JsonNode everywhere = send("POST", "/part/everywhere", "", 200);
        assertThat(everywhere.at("/state").asString()).isEqualTo("in-force");
        assertThat(everywhere.at("/everywhere").isNull()).isFalse();
        JsonNode nodes = send("GET", "/nodes", "", 200);
        assertThat(nodes).hasSize(1);
        assertThat(nodes.at("/0/switched").asBoolean()).isTrue();
    }

    @Test
    void scenariosAreReadAndWrittenAsYaml() throws Exception {
        String device = Objects.requireNonNull(jdbc.queryForObject(
                "select min(d.id) from device d join project p on p.id = d.project_id where p.name = 'releases'",
                String.class));
        JsonNode draft = send("PUT", "/draft", NOTIFY, 200);
        String yaml = "- name: By day\n  request: {identifier: card, device: " + device
                + ", at: 2026-05-04T12:00}\n  expected: grant\n";
        String path = "/draft/scenarios?edition=" + draft.at("/edition");
        var written = yaml("PUT", path, yaml);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        JsonNode json = send("GET", "/draft/scenarios", "", 200);
        assertThat(json.at("/0/request/identifier").asString()).isEqualTo("card");
        var read = yaml("GET", "/draft/scenarios", "");
        assertThat(read.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
        assertThat(read.body())
                .contains("name: By day")
                .contains(json.at("/0/id").asString());

        String now = "/draft/scenarios?edition=" + send("GET", "", "", 200).at("/draft/edition");
        var wrong = yaml("PUT", now, yaml + "- name: x\n  expected: maybe\n");
        assertThat(wrong.statusCode()).isEqualTo(400);
        JsonNode errors = JsonMapper.shared().readTree(wrong.body()).at("/errors");
        assertThat(errors.findValuesAsString("field")).contains("scenarios[1].expected", "scenarios[1].request");
        assertThat(errors.findValuesAsString("reason")).anyMatch(reason -> reason.startsWith("line 5: no-choice"));
        assertThat(yaml("PUT", now, "- &a [*a]").statusCode()).isEqualTo(400);
        assertThat(yaml("PUT", path, yaml).statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> yaml(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path).normalize())
                        .header("Content-Type", "application/yaml")
                        .header("Accept", method.equals("GET") ? "application/yaml" : "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String edition(JsonNode draft, String more) {
        return "{\"edition\":" + draft.at("/edition") + "," + more + "}";
    }

    private JsonNode send(String method, String path, String body, int status) throws Exception {
        var response = http.send(
                HttpRequest.newBuilder(URI.create(base + path).normalize())
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as("%s %s: %s", method, path, response.body())
                .isEqualTo(status);
        return response.body().isEmpty()
                ? JsonMapper.shared().createObjectNode()
                : JsonMapper.shared().readTree(response.body());
    }
}
